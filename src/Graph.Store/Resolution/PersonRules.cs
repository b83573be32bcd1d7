using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Persons: one full name is one person; a bare surname stands for the bearer that the article can mean.</summary>
internal sealed class PersonRules : IResolutionRules
{
    private const string SameName = "same-name";
    private const string PartOfName = "part-of-name";
    private const string Surname = "surname";

    public bool IsShortForm(EntityRecord record) => FoldedName.ShortForm(record.Claim.Name) is not null;

    public string UnitKey(EntityRecord record) => IsShortForm(record) ? record.Id : record.LocalId;

    public IEnumerable<string> Keys(EntityRecord record)
    {
        if (FoldedName.ShortForm(record.Claim.Name) is { } word)
        {
            return [Key(word)];
        }

        return [.. ShortForms(record).Concat(FullNames(record).Select(name => name.Split(' ')[^1])).Select(Key).Distinct(StringComparer.Ordinal)];
    }

    public bool MayDepend(EntityRecord one, EntityRecord other) => (IsShortForm(one), IsShortForm(other)) switch
    {
        (true, true) => false,
        (true, false) => ShortForms(other).Contains(FoldedName.ShortForm(one.Claim.Name)!, StringComparer.Ordinal),
        (false, true) => MayDepend(other, one),
        _ => Names(one).Intersect(FullNames(other), StringComparer.Ordinal).Any() || FullNames(one).Intersect(Names(other), StringComparer.Ordinal).Any(),
    };

    public Link? Compare(Unit one, Unit other)
    {
        if (Names(one).Intersect(Names(other), StringComparer.Ordinal).Any())
        {
            return new Link(one, other, SameName, $"'{one.Name}' and '{other.Name}' are one name, but for initials, marks and transliteration");
        }

        var (full, part) = FullNames(one).Intersect(Names(other), StringComparer.Ordinal).Any() ? (one, other)
            : FullNames(other).Intersect(Names(one), StringComparer.Ordinal).Any() ? (other, one)
            : (null, null);
        return full is null ? null : new Link(full, part!, PartOfName, $"an article calls '{full.Name}' also '{part!.Name}'");
    }

    public bool MustStayApart(Unit one, Unit other) => NameRules.Conflict(one, other);

    public Link? Attach(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> clusters)
    {
        var word = FoldedName.ShortForm(shortForm.Name);
        var bearers = clusters.Where(cluster => cluster.Any(unit => unit.Records.Any(record => ShortForms(record).Contains(word, StringComparer.Ordinal))));
        return NameRules.Choose(shortForm, [.. bearers], Surname);
    }

    private static string Key(string word) => "person|" + word;

    private static IEnumerable<string> Names(Unit unit) => unit.Records.SelectMany(Names);

    private static IEnumerable<string> FullNames(Unit unit) => unit.Records.SelectMany(FullNames);

    private static string[] Names(EntityRecord record) => [string.Join(' ', FoldedName.PersonTokens(record.Claim.Name))];

    /// <summary>The name, and those of its aliases that are full names made of the same words: without title or later names.</summary>
    private static IEnumerable<string> FullNames(EntityRecord record)
    {
        var words = FoldedName.PersonTokens(record.Claim.Name);
        return record.Claim.Aliases
            .Where(alias => FoldedName.ShortForm(alias) is null)
            .Select(FoldedName.PersonTokens)
            .Where(tokens => tokens.Count > 1 && tokens.All(token => words.Contains(token, StringComparer.Ordinal)))
            .Select(tokens => string.Join(' ', tokens))
            .Append(string.Join(' ', words));
    }

    /// <summary>What the person is called by alone: the last word of the name, and single words of it that the article uses ("Xi").</summary>
    private static IEnumerable<string> ShortForms(EntityRecord record)
    {
        var words = FoldedName.PersonTokens(record.Claim.Name);
        return record.Claim.Aliases.Select(FoldedName.ShortForm).OfType<string>()
            .Where(word => words.Contains(word, StringComparer.Ordinal))
            .Append(words[^1]);
    }
}
