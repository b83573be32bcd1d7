using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Graph.Worker.Sources;

/// <summary>A web page: one article, its main text found by SmartReader.</summary>
internal sealed partial class HtmlReader : IArticleReader
{
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml"];

    // SmartReader resolves links against an address; a file has none.
    private const string NoAddress = "file:///article.html";

    public bool Recognises(SourceText source) => Extensions.Contains(source.Content.Extension) || StartOfPage().IsMatch(source.Text);

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        var page = new HtmlParser().ParseDocument(source.Text);
        var metadata = HtmlMetadata.Of(page);
        var body = MainText(page, source, metadata);
        if (string.IsNullOrWhiteSpace(body))
        {
            return
            [
                new SourceEntry.Refused(new Refusal(
                    RefusalCodes.Empty, source.Name, "", "the page holds no article text", "Save the page after it has loaded, or give the article as plain text.")),
            ];
        }

        var draft = new ArticleDraft(metadata.Title ?? "", WithoutTitle(body, metadata.Title))
        {
            Date = metadata.Date ?? DateRecognizer.FromFirstLines(body),
            Source = metadata.Source,
            Url = metadata.Url ?? source.Content.Url?.AbsoluteUri,
        };
        return [draft.Finish(source)];
    }

    private static string MainText(IHtmlDocument page, SourceText source, HtmlMetadata metadata)
    {
        using var reader = new SmartReader.Reader(source.Content.Url?.AbsoluteUri ?? NoAddress, source.Text);
        var found = reader.GetArticle();
        var main = found.IsReadable ? HtmlText.Of(found.Content) : "";

        // Short news pages fall below what SmartReader calls readable; their markup or JSON-LD still says where the text is.
        return main.Length > 0 ? main
            : metadata.Body ?? HtmlText.Of(page.QuerySelector("article") ?? page.QuerySelector("main") ?? (IElement?)page.Body ?? page.DocumentElement);
    }

    /// <summary>A heading inside the main text repeats the title; the raw text has it once.</summary>
    private static string WithoutTitle(string body, string? title)
    {
        var first = Lines.FirstWithText(body);
        return title is not null && Whitespace.Collapse(first) == Whitespace.Collapse(title)
            ? body[(body.IndexOf(first, StringComparison.Ordinal) + first.Length)..].TrimStart()
            : body;
    }

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex StartOfPage();
}
