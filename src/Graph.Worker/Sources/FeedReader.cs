using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Graph.Worker.Sources;

/// <summary>RSS 2.0 and Atom 1.0: an article an entry; an entry without text or with a broken date loses only itself.</summary>
internal sealed partial class FeedReader : IArticleReader
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public bool Recognises(SourceText source) => StartOfFeed().IsMatch(source.Text);

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(new StringReader(source.Text), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
            });
            document = XDocument.Load(reader);
        }
        catch (XmlException exception)
        {
            return [Malformed(source, $"line {exception.LineNumber}, column {exception.LinePosition}", exception.Message)];
        }

        var entries = Entries(document.Root!);
        if (entries.Count == 0)
        {
            return
            [
                new SourceEntry.Refused(new Refusal(
                    RefusalCodes.Empty, source.Name, "", "the feed has no entries", "Check that the address is the feed you meant.")),
            ];
        }

        var publisher = Publisher(document.Root!);
        return entries.Select((entry, index) => ReadEntry(entry, $"entry {index + 1}", publisher, source)).ToList();
    }

    private static List<XElement> Entries(XElement root) =>
        [.. root.Descendants().Where(element => element.Name.LocalName is "item" or "entry" && element.Parent!.Name.LocalName is "channel" or "feed" or "RDF")];

    private static string? Publisher(XElement root)
    {
        var channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel") ?? root;
        return channel.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value;
    }

    /// <summary>Entries are parsed one by one: a formatter given the whole feed gives up at the first bad date.</summary>
    private static SourceEntry ReadEntry(XElement element, string place, string? publisher, SourceText source)
    {
        try
        {
            var item = Parse(element);
            var link = item.Links.FirstOrDefault(link => link.RelationshipType is "alternate" or null) ?? item.Links.FirstOrDefault();
            var original = element.Elements().FirstOrDefault(child => child.Name.LocalName == "source");
            var originalTitle = original?.Elements().FirstOrDefault(child => child.Name.LocalName == "title")?.Value ?? original?.Value;
            return new ArticleDraft(PlainText(item.Title), Body(element, item), place)
            {
                Date = Date(element, item),
                Source = string.IsNullOrWhiteSpace(originalTitle) ? publisher : originalTitle,
                Url = link is null ? Permalink(item.Id) : Absolute(link.Uri, source),
            }.Finish(source);
        }
        catch (Exception exception) when (exception is XmlException or FormatException or UriFormatException)
        {
            return Malformed(source, place, exception.Message);
        }
    }

    private static SyndicationItem Parse(XElement element)
    {
        // RSS 1.0 differs from 2.0 in its namespace only, as far as an entry goes.
        var isAtom = element.Name.LocalName == "entry";
        var plain = isAtom ? element : WithoutNamespace(element);

        // The formatters stumble over readers of a tree ("'Text' is an invalid XmlNodeType"); they get text.
        using var reader = XmlReader.Create(new StringReader(plain.ToString(SaveOptions.DisableFormatting)));
        reader.MoveToContent();
        return isAtom ? SyndicationItem.Load(reader) : LoadRss(reader);
    }

    private static SyndicationItem LoadRss(XmlReader reader)
    {
        var formatter = new Rss20ItemFormatter();
        formatter.ReadFrom(reader);
        return formatter.Item;
    }

    private static XElement WithoutNamespace(XElement element) => new(
        element.Name.LocalName,
        element.Elements().Where(child => child.Name.LocalName != "source").Select(child =>
            child.Name.Namespace == element.Name.Namespace ? new XElement(child.Name.LocalName, child.Attributes(), child.Nodes()) : child));

    private static string Body(XElement element, SyndicationItem item)
    {
        if (element.Element(Content + "encoded")?.Value is { } encoded && !string.IsNullOrWhiteSpace(encoded))
        {
            return HtmlText.Of(encoded);
        }

        var text = item.Content switch
        {
            TextSyndicationContent content => PlainText(content),
            XmlSyndicationContent => HtmlText.Of(element.Elements().First(child => child.Name.LocalName == "content").ToString()),
            _ => "",
        };
        return string.IsNullOrWhiteSpace(text) ? PlainText(item.Summary) : text;
    }

    /// <summary>Titles and descriptions are often HTML without saying so: text with tags or entities is read as HTML.</summary>
    private static string PlainText(TextSyndicationContent? content) =>
        content is null ? "" : content.Type != "text" || Markup().IsMatch(content.Text) ? HtmlText.Of(content.Text) : content.Text.Trim();

    private static DateOnly? Date(XElement element, SyndicationItem item)
    {
        var time = item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime;
        return time != default ? DateOnly.FromDateTime(time.DateTime)
            : DateRecognizer.TryParse(element.Element(DublinCore + "date")?.Value ?? "", out var date) ? date
            : null;
    }

    private static string? Permalink(string? id) => Uri.TryCreate(id, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? id : null;

    private static string Absolute(Uri uri, SourceText source) =>
        uri.IsAbsoluteUri ? uri.AbsoluteUri
        : source.Content.Url is { } address ? new Uri(address, uri).AbsoluteUri
        : uri.OriginalString;

    private static SourceEntry.Refused Malformed(SourceText source, string place, string problem) => new(new Refusal(
        RefusalCodes.Malformed, source.Name, place, $"the feed is broken: {problem.TrimEnd('.')}", "Check the entry with a feed validator."));

    [GeneratedRegex(@"^\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b", RegexOptions.Singleline)]
    private static partial Regex StartOfFeed();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")]
    private static partial Regex Markup();
}
