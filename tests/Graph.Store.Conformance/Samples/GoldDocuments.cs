using System.Collections.Immutable;
using System.Text.Json;
using Graph.Model;

namespace Graph.Store.Conformance.Samples;

/// <summary>The gold graphs of the sample articles as graph documents: what a careful reader would write.</summary>
public static class GoldDocuments
{
    /// <summary>Every gold document, in order of its file name.</summary>
    public static ImmutableArray<GraphDocument> All { get; } = [.. Load()];

    private static IEnumerable<GraphDocument> Load()
    {
        var assembly = typeof(GoldDocuments).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name.StartsWith("gold/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var gold = JsonDocument.Parse(Read(name));
            yield return new GoldReader(gold.RootElement, Read(Path.ChangeExtension(name, ".txt"))).Read();
        }

        string Read(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }
}
