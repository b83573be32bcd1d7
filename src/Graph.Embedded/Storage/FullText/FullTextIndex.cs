using System.Text;
using Graph.Embedded.Storage.Indexes;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Puts documents into the tree of a full-text index and takes them out.</summary>
/// <remarks>
/// The tree holds for each field and term the entities that have it: field (one byte), UTF-8 of the term, zero. How often
/// and where a term stands is read from the text again when it is needed, so that a text is kept once.
/// </remarks>
internal static class FullTextIndex
{
    public static void Add(IndexData index, int id, FullTextDocument document)
    {
        for (var field = 0; field < index.Definition.Keys.Length; field++)
        {
            if (document.Terms(field) is { } terms)
            {
                foreach (var term in terms.Distinct(StringComparer.Ordinal))
                {
                    index.Tree.Insert(Key(field, term, true), id);
                }

                index.Statistics!.Add(field, terms.Count, 1);
            }
        }
    }

    public static void Remove(IndexData index, int id, FullTextDocument document)
    {
        for (var field = 0; field < index.Definition.Keys.Length; field++)
        {
            if (document.Terms(field) is { } terms)
            {
                foreach (var term in terms.Distinct(StringComparer.Ordinal))
                {
                    index.Tree.Remove(Key(field, term, true), id);
                }

                index.Statistics!.Add(field, terms.Count, -1);
            }
        }
    }

    /// <summary>Empties the index and fills it with everything that belongs in it.</summary>
    public static void Fill(GraphState state, IndexData index)
    {
        index.Tree.Clear();
        index.Statistics!.Clear();
        foreach (var token in index.Definition.Tokens.Distinct())
        {
            foreach (var id in state.Members(index.Definition.Entity, token))
            {
                var isFirst = index.Definition.Tokens.First(state.TokensOf(index.Definition.Entity, id).Contains) == token;
                if (isFirst && FullTextDocument.Read(index.Definition, state.PropertiesOf(index.Definition.Entity, id)) is { } document)
                {
                    Add(index, id, document);
                }
            }
        }
    }

    /// <summary>Entities with the term in the field.</summary>
    public static IEnumerable<int> Postings(IndexData index, int field, string term)
    {
        var key = Key(field, term, true);
        var cursor = index.Tree.From(key);
        while (cursor.MoveNext() && cursor.Key.SequenceEqual(key))
        {
            yield return cursor.Id;
        }
    }

    /// <summary>Terms of the field that begin with the prefix, each with an entity; a term comes once for each entity.</summary>
    public static IEnumerable<(string Term, int Id)> Terms(IndexData index, int field, string prefix)
    {
        var key = Key(field, prefix, false);
        var cursor = index.Tree.From(key);
        while (cursor.MoveNext() && cursor.Key.StartsWith(key))
        {
            yield return (Encoding.UTF8.GetString(cursor.Key[1..^1]), cursor.Id);
        }
    }

    private static byte[] Key(int field, string term, bool isWhole)
    {
        var key = new byte[1 + Encoding.UTF8.GetByteCount(term) + (isWhole ? 1 : 0)];
        key[0] = (byte)field;
        Encoding.UTF8.GetBytes(term, key.AsSpan(1));
        return key;
    }
}
