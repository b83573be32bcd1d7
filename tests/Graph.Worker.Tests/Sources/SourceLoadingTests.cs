using System.Net;
using System.Text;
using Graph.Worker.Sources;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Tests.Sources;

public sealed class SourceLoadingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_folder_is_recursed_in_ordinal_order_and_hidden_files_are_left_out()
    {
        folder.Write("b.txt", "Second\n\nThey met.");
        folder.Write("a/z.txt", "First\n\nThey met.");
        folder.Write("B.txt", "Zeroth\n\nThey met.");
        folder.Write(".hidden.txt", "Never\n\nThey met.");

        var entries = await ReadAsync([folder.Path]);

        Assert.Equal(["Zeroth", "First", "Second"], entries.Cast<SourceEntry.Read>().Select(entry => entry.Article.Title));
    }

    [Fact]
    public async Task a_folder_without_files_is_refused_by_name()
    {
        var empty = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "empty")).FullName;

        Assert.Equal(
            $"GRA-S001 {empty}: the folder holds no file. Name a folder with articles in it.",
            Assert.IsType<SourceEntry.Refused>(Assert.Single(await ReadAsync([empty]))).Refusal.ToString());
    }

    [Fact]
    public async Task a_folder_that_cannot_be_read_is_refused_by_name_and_the_others_go_on()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Permissions do not keep this user out of a folder.");
            return;
        }

        folder.Write("a.txt", "First\n\nThey met.");
        var closed = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.None);

        var entries = await ReadAsync([folder.Path]);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.IsType<SourceEntry.Read>(entries[0]);
        Assert.Equal(
            $"GRA-S006 {closed}: reading it is not permitted. Check the path or address and the permission to read it.",
            Assert.IsType<SourceEntry.Refused>(entries[1]).Refusal.ToString());
    }

    [Fact]
    public async Task a_missing_file_is_refused_and_the_others_go_on()
    {
        var entries = await ReadAsync([System.IO.Path.Combine(folder.Path, "none.txt"), folder.Write("a.txt", "First\n\nThey met.")]);

        Assert.Equal("GRA-S006", Assert.IsType<SourceEntry.Refused>(entries[0]).Refusal.Code);
        Assert.IsType<SourceEntry.Read>(entries[1]);
    }

    [Fact]
    public async Task a_file_above_the_limit_is_refused_without_being_read_whole()
    {
        var path = folder.Write("big.txt", new string('a', 5000));

        var refusal = Assert.IsType<SourceEntry.Refused>(Assert.Single(await ReadAsync([path], options: new SourceOptions { MaximumFileBytes = 4096 }))).Refusal;

        Assert.Equal("GRA-S004", refusal.Code);
        Assert.Equal("byte 4097", refusal.Place);
    }

    [Fact]
    public async Task standard_input_is_read_for_a_dash()
    {
        var entries = await ReadAsync(["-"], input: "First\n\nThey met.");

        Assert.Equal("standard input", Assert.IsType<SourceEntry.Read>(Assert.Single(entries)).Origin);
    }

    [Fact]
    public async Task an_address_is_fetched_and_its_articles_know_where_they_came_from()
    {
        var http = new Answer(HttpStatusCode.OK, "Ministers meet\n\nThey met in the harbour.", "text/plain");

        var entry = Assert.IsType<SourceEntry.Read>(Assert.Single(await ReadAsync(["https://coast.example/news"], http: http)));

        Assert.Equal("https://coast.example/news", entry.Article.Url);
    }

    [Fact]
    public async Task an_address_that_answers_with_an_error_is_refused()
    {
        var http = new Answer(HttpStatusCode.NotFound, "", "text/plain");

        var refusal = Assert.IsType<SourceEntry.Refused>(Assert.Single(await ReadAsync(["https://coast.example/none"], http: http))).Refusal;

        Assert.Equal("GRA-S006", refusal.Code);
        Assert.Equal("https://coast.example/none", refusal.File);
        Assert.Contains("404", refusal.Problem);
    }

    private static async Task<List<SourceEntry>> ReadAsync(string[] paths, SourceOptions? options = null, string input = "", HttpMessageHandler? http = null)
    {
        var wrapped = Options.Create(options ?? new SourceOptions());
        using var client = new HttpClient(http ?? new HttpClientHandler());
        var source = new TextSource(() => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        var reader = new SourceReader(new SourceLoader(client, source, wrapped), wrapped);
        return await reader.ReadAsync(paths, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Answer(HttpStatusCode status, string body, string type) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type), RequestMessage = request });
    }
}
