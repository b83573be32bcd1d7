using System.Text;
using Graph.Model;
using Graph.Worker.Sources;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Tests.Sources;

/// <summary>Reads texts and bytes as the program reads files.</summary>
internal static class SourceReading
{
    public static IReadOnlyList<SourceEntry> Entries(byte[] bytes, string name, SourceOptions? options = null, DateOnly? date = null, Uri? url = null, string? charset = null)
    {
        var wrapped = Options.Create(options ?? new SourceOptions());
        var reader = new SourceReader(new SourceLoader(new HttpClient(), new TextSource(() => Stream.Null), wrapped), wrapped);
        return [.. reader.Read(new SourceContent(name, bytes, url, charset), date)];
    }

    public static IReadOnlyList<SourceEntry> Entries(string text, string name, SourceOptions? options = null, DateOnly? date = null) =>
        Entries(Encoding.UTF8.GetBytes(text), name, options, date);

    public static Article Article(string text, string name, DateOnly? date = null) => Assert.IsType<SourceEntry.Read>(Assert.Single(Entries(text, name, null, date))).Article;

    public static Article Article(byte[] bytes, string name, string? charset = null) =>
        Assert.IsType<SourceEntry.Read>(Assert.Single(Entries(bytes, name, charset: charset))).Article;

    public static Refusal Refusal(string text, string name, SourceOptions? options = null) =>
        Assert.IsType<SourceEntry.Refused>(Assert.Single(Entries(text, name, options))).Refusal;

    public static Refusal Refusal(byte[] bytes, string name) => Assert.IsType<SourceEntry.Refused>(Assert.Single(Entries(bytes, name))).Refusal;
}
