using System.Text.RegularExpressions;

namespace Graph.Worker.Sources;

/// <summary>XML that is neither feed nor page: refused, since nothing says where its text is and its tags would be read as words.</summary>
internal sealed partial class OtherXmlReader : IArticleReader
{
    public bool Recognises(SourceText source) => Declaration().IsMatch(source.Text);

    public IEnumerable<SourceEntry> Read(SourceText source) =>
    [
        new SourceEntry.Refused(new Refusal(
            RefusalCodes.Malformed, source.Name, "line 1", "this XML is neither an RSS or Atom feed nor an XHTML page", "Save the article as text, Markdown, HTML or JSON.")),
    ];

    [GeneratedRegex(@"^\s*<\?xml\b")]
    private static partial Regex Declaration();
}
