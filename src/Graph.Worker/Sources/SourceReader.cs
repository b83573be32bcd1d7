using System.Text;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Sources;

/// <summary>Reads the articles of files, folders, addresses and standard input.</summary>
public sealed class SourceReader(SourceLoader loader, IOptions<SourceOptions> options)
{
    private readonly IArticleReader[] readers =
        [new FeedReader(), new JsonLinesReader(), new JsonReader(), new HtmlReader(), new OtherXmlReader(), new MarkdownReader(), new PlainTextReader()];

    /// <summary>Every entry of every path, in order; what cannot be read is refused and the others go on.</summary>
    /// <param name="paths">Files, folders (recursed in ordinal order), http(s) addresses, or <c>-</c> for standard input.</param>
    /// <param name="date">Publication date of articles that carry none.</param>
    public async IAsyncEnumerable<SourceEntry> ReadAsync(
        IEnumerable<string> paths, DateOnly? date, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths.SelectMany(SourceLocator.Expand))
        {
            var (content, refusal) = await loader.LoadAsync(path, cancellationToken).ConfigureAwait(false);
            IEnumerable<SourceEntry> entries = content is null ? [new SourceEntry.Refused(refusal!)] : Read(content, date);
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }
        }
    }

    /// <summary>The entries of one source that is already in memory.</summary>
    public IEnumerable<SourceEntry> Read(SourceContent content, DateOnly? date)
    {
        if (content.Bytes.IsEmpty)
        {
            return [Refuse(RefusalCodes.Empty, content.Name, "", "the file is empty", "Give a file with text in it.")];
        }

        if (BinaryCheck.Signature(content.Bytes.Span) is { } kind)
        {
            return [Refuse(RefusalCodes.Binary, content.Name, "byte 1", $"this is {kind}, not text", "Save the article as text, Markdown, HTML or JSON.")];
        }

        var text = TextDecoder.Decode(content.Bytes.Span, content.Charset);
        var control = BinaryCheck.FirstControl(text);
        if (control >= 0)
        {
            var place = $"byte {Encoding.UTF8.GetByteCount(text.AsSpan(0, control)) + 1}";
            return [Refuse(RefusalCodes.Binary, content.Name, place, $"this is no text: control character U+{(int)text[control]:X4}", "Save the article as text, Markdown, HTML or JSON.")];
        }

        var source = new SourceText(content, text, date);
        return string.IsNullOrWhiteSpace(text)
            ? [Refuse(RefusalCodes.Empty, content.Name, "", "there is only white space", "Give a file with text in it.")]
            : readers.First(reader => reader.Recognises(source)).Read(source).Select(entry => Check(entry));
    }

    /// <summary>What holds for an article of any format: its length and its language.</summary>
    private SourceEntry Check(SourceEntry entry)
    {
        if (entry is not SourceEntry.Read(var article, var origin))
        {
            return entry;
        }

        var limit = options.Value.MaximumArticleLength;
        if (article.Text.Length > limit)
        {
            return Refuse(
                RefusalCodes.TooLarge, origin, $"character {limit + 1}", $"the article has {article.Text.Length} characters, the limit is {limit}",
                "Split it, or raise Graph:Sources:MaximumArticleLength.");
        }

        return EnglishCheck.OtherLanguage(article.Text) is { } language
            ? Refuse(RefusalCodes.NotEnglish, origin, "", $"this seems to be {language}, not English", "Give an English article or an English translation.")
            : entry;
    }

    private static SourceEntry.Refused Refuse(string code, string file, string place, string problem, string remedy) =>
        new(new Refusal(code, file, place, problem, remedy));
}
