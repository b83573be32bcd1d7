using System.Text.RegularExpressions;

namespace Graph.Worker.Sources;

/// <summary>Plain text: one article, exactly as read; its first line is the title.</summary>
/// <remarks>Takes whatever no other reader recognised. <c>Source:</c> and <c>URL:</c> lines near the top and an agency in the dateline are recognised and stay in the text.</remarks>
internal sealed partial class PlainTextReader : IArticleReader
{
    private const int SearchedLines = 8;

    public bool Recognises(SourceText source) => true;

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        var head = Lines.WithText(source.Text).Take(SearchedLines).ToList();
        var draft = new ArticleDraft(head.FirstOrDefault(""), source.Text)
        {
            RawText = source.Text,
            Date = DateRecognizer.FromFirstLines(source.Text),
            Source = Field(head, "Source") ?? Agency(head),
            Url = Field(head, "URL") ?? Field(head, "Link") ?? source.Content.Url?.AbsoluteUri,
        };
        yield return draft.Finish(source);
    }

    private static string? Field(List<string> head, string name)
    {
        var line = head.Find(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line?[(name.Length + 1)..];
    }

    private static string? Agency(List<string> head) =>
        head.Select(line => DatelineAgency().Match(line)).FirstOrDefault(match => match.Success)?.Groups["agency"].Value;

    // "GENEVA (Alpine News) -": a place in capitals, then the agency, then a dash.
    [GeneratedRegex(@"^\p{Lu}{2}[^()]{0,60}\((?<agency>\p{Lu}[^()]{0,40})\)\s*[-–—]")]
    private static partial Regex DatelineAgency();
}
