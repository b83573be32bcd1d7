using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Graph.Model;

namespace Graph.Store.Catalog;

/// <summary>The files of <c>cypher/</c>, which are built into this assembly, so that program and statements cannot drift apart.</summary>
public sealed class CypherCatalog
{
    private const string Prefix = "cypher/";

    private readonly FrozenDictionary<string, string> writes;

    private CypherCatalog(ImmutableArray<SchemaFile> schema, FrozenDictionary<string, string> writes, ImmutableArray<QueryFile> queries)
    {
        Schema = schema;
        this.writes = writes;
        Queries = queries;
    }

    /// <summary>Constraints and indexes, in the order in which they are applied.</summary>
    public ImmutableArray<SchemaFile> Schema { get; }

    /// <summary>The traversals that users run, ordinally by name.</summary>
    public ImmutableArray<QueryFile> Queries { get; }

    /// <summary>Names of the writing statements.</summary>
    public IEnumerable<string> WriteNames => writes.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the built-in files.</summary>
    public static CypherCatalog Load()
    {
        var files = Read(typeof(CypherCatalog).Assembly);
        return new CypherCatalog(
            [.. In(files, "schema").Select(file => new SchemaFile(file.Name, ContentHash.Of(file.Text), StatementSplitter.Split(file.Text)))],
            In(files, "writes").ToFrozenDictionary(file => file.Name, file => Single(file.Name, file.Text), StringComparer.Ordinal),
            [.. In(files, "queries").Select(file => QueryFile.Parse(file.Name, file.Text))]);
    }

    /// <summary>The text of the writing statement <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public string Write(string name) => writes.TryGetValue(name, out var text)
        ? text
        : throw new ArgumentException($"There is no cypher/writes/{name}.cypher.", nameof(name));

    private static SortedDictionary<string, string> Read(Assembly assembly)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            files.Add(resource[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }

        return files;
    }

    private static IEnumerable<(string Name, string Text)> In(SortedDictionary<string, string> files, string folder) => files
        .Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal))
        .Select(file => (Path.GetFileNameWithoutExtension(file.Key), file.Value));

    private static string Single(string name, string text) => StatementSplitter.Split(text) is [var statement]
        ? statement
        : throw new InvalidOperationException($"cypher/writes/{name}.cypher must hold exactly one statement.");
}
