using System.Collections.Immutable;
using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>The forms of a person's name in one article, in the form in which they are compared.</summary>
/// <param name="Short">The word that the name consists of besides particles, where it is a short form; else null.</param>
/// <param name="Name">The whole name.</param>
/// <param name="FullNames">The name, and those of its aliases that are full names made of the same words: without title or later names.</param>
/// <param name="ShortForms">What the person is called by alone: the last word of the name, and single words of it that the article uses ("Xi").</param>
internal sealed record PersonName(string? Short, string Name, ImmutableHashSet<string> FullNames, ImmutableHashSet<string> ShortForms)
{
    public static PersonName Of(EntityClaim claim)
    {
        var words = FoldedName.PersonTokens(claim.Name);
        var name = string.Join(' ', words);
        var aliases = claim.Aliases.Select(alias => (Short: FoldedName.ShortForm(alias), Words: FoldedName.PersonTokens(alias))).ToList();
        var full = aliases.Where(alias => alias.Short is null && alias.Words.Count > 1 && alias.Words.All(word => words.Contains(word, StringComparer.Ordinal)))
            .Select(alias => string.Join(' ', alias.Words)).Append(name);
        var single = aliases.Select(alias => alias.Short).OfType<string>().Where(word => words.Contains(word, StringComparer.Ordinal)).Concat(words.TakeLast(1));
        return new PersonName(
            FoldedName.ShortForm(claim.Name), name, full.ToImmutableHashSet(StringComparer.Ordinal), single.ToImmutableHashSet(StringComparer.Ordinal));
    }
}
