using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Graph.Worker.Sources;

/// <summary>What a page says about itself: JSON-LD first, then Open Graph and other meta tags, then visible elements.</summary>
internal sealed record HtmlMetadata(string? Title, DateOnly? Date, string? Source, string? Url, string? Body)
{
    private static readonly string[] ArticleTypes = ["NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting", "Report"];

    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.issued", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    ];

    public static HtmlMetadata Of(IHtmlDocument document)
    {
        var linked = JsonLinked(document);
        var title = Text(linked, "headline") ?? Meta(document, "og:title", "twitter:title") ?? Heading(document) ?? Blank(document.Title);
        var dates = new[] { Text(linked, "datePublished"), Text(linked, "dateCreated") }
            .Concat(DateNames.Select(name => Meta(document, name)))
            .Append(document.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content"))
            .Append(document.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        return new HtmlMetadata(
            title,
            FirstDate(dates),
            Text(linked, "publisher", "name") ?? Meta(document, "og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
            Meta(document, "og:url") ?? Blank(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Text(linked, "url"),
            Text(linked, "articleBody"));
    }

    private static DateOnly? FirstDate(IEnumerable<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is not null && DateRecognizer.TryParse(candidate, out var date))
            {
                return date;
            }
        }

        return null;
    }

    private static string? Heading(IHtmlDocument document)
    {
        var headings = document.QuerySelectorAll("h1");
        return headings.Length == 1 ? Blank(Whitespace.Collapse(headings[0].TextContent)) : null;
    }

    private static string? Meta(IHtmlDocument document, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var element in document.QuerySelectorAll("meta"))
            {
                var key = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
                if (name.Equals(key, StringComparison.OrdinalIgnoreCase) && Blank(element.GetAttribute("content")) is { } content)
                {
                    return content;
                }
            }
        }

        return null;
    }

    private static JsonElement? JsonLinked(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                if (FindArticle(json.RootElement) is { } article)
                {
                    return article.Clone();
                }
            }
            catch (JsonException)
            {
                // A page with broken JSON-LD still has its meta tags and its text.
                continue;
            }
        }

        return null;
    }

    private static JsonElement? FindArticle(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(FindArticle).FirstOrDefault(found => found is not null),
        JsonValueKind.Object when IsArticle(element) => element,
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => FindArticle(graph),
        _ => null,
    };

    private static bool IsArticle(JsonElement element) => element.TryGetProperty("@type", out var type) && type.ValueKind switch
    {
        JsonValueKind.String => ArticleTypes.Contains(type.GetString()),
        JsonValueKind.Array => type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && ArticleTypes.Contains(item.GetString())),
        _ => false,
    };

    private static string? Text(JsonElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } current || !current.TryGetProperty(name, out var next))
            {
                return null;
            }

            element = next;
        }

        return element is { ValueKind: JsonValueKind.String } value ? Blank(value.GetString()) : null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
