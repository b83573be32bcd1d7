using Graph.Embedded.Storage.Records;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.FullText;

/// <summary>The terms of one entity under one index: for each indexed property its terms in order, or null.</summary>
internal sealed class FullTextDocument
{
    private readonly List<string>?[] _fields;

    private FullTextDocument(List<string>?[] fields) => _fields = fields;

    /// <summary>Terms of the property at the place in the index's keys; null where it is no text.</summary>
    public List<string>? Terms(int field) => _fields[field];

    /// <summary>Reads an entity; null where it has no text for the index. Strings count, and lists of strings.</summary>
    public static FullTextDocument? Read(IndexDefinition index, byte[]? properties)
    {
        List<string>?[]? fields = null;
        for (var field = 0; field < index.Keys.Length; field++)
        {
            if (TermsOf(PropertyBlob.Read(properties, index.Keys[field])) is { } terms)
            {
                fields ??= new List<string>?[index.Keys.Length];
                fields[field] = terms;
            }
        }

        return fields is null ? null : new FullTextDocument(fields);
    }

    /// <summary>How often each term stands in a field.</summary>
    public static Dictionary<string, int> Frequencies(List<string> terms)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        }

        return frequencies;
    }

    private static List<string>? TermsOf(Value value)
    {
        if (value.Kind == ValueKind.String)
        {
            return TextAnalyzer.Analyze(value.AsString);
        }

        if (value.Kind != ValueKind.List || value.Items.Length == 0 || value.Items[0].Kind != ValueKind.String)
        {
            return null;
        }

        var terms = new List<string>();
        foreach (var item in value.Items)
        {
            TextAnalyzer.AnalyzeInto(item.AsString, terms);
        }

        return terms;
    }
}
