using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Persons: one full name is one person; a bare surname stands for the bearer that the article can mean.</summary>
/// <param name="nameOf">Gives the forms of a person's name; they are asked for again and again.</param>
internal sealed class PersonRules(Func<EntityClaim, PersonName> nameOf) : IResolutionRules
{
    private const string SameName = "same-name";
    private const string PartOfName = "part-of-name";
    private const string Surname = "surname";

    public bool IsShortForm(EntityRecord record) => NameOf(record).Short is not null;

    public string UnitKey(EntityRecord record) => IsShortForm(record) ? record.Id : record.LocalId;

    public IEnumerable<string> Keys(EntityRecord record)
    {
        var name = NameOf(record);
        return (name.Short is { } word ? [word] : name.ShortForms.Concat(name.FullNames.Select(full => full[(full.LastIndexOf(' ') + 1)..])))
            .Where(key => key.Length > 0).Select(key => "person|" + key);
    }

    public bool MayDepend(EntityRecord one, EntityRecord other)
    {
        var (left, right) = (NameOf(one), NameOf(other));
        return (left.Short, right.Short) switch
        {
            (null, null) => right.FullNames.Contains(left.Name) || left.FullNames.Contains(right.Name),
            (null, { } word) => left.ShortForms.Contains(word),
            ({ } word, null) => right.ShortForms.Contains(word),
            _ => false,
        };
    }

    public Link? Compare(Unit one, Unit other)
    {
        if (one.Records.Any(left => other.Records.Any(right => NameOf(left).Name == NameOf(right).Name)))
        {
            return new Link(one, other, SameName, $"'{one.Name}' and '{other.Name}' are one name, but for initials, marks and transliteration");
        }

        var (full, part) = IsPart(other, one) ? (one, other) : IsPart(one, other) ? (other, one) : (null, null);
        return full is null ? null : new Link(full, part!, PartOfName, $"an article calls '{full.Name}' also '{part!.Name}'");
    }

    public bool MustStayApart(Unit one, Unit other) => NameRules.Conflict(one, other);

    public Link? Attach(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> clusters)
    {
        var word = NameOf(shortForm.Records[0]).Short!;
        var bearers = clusters.Where(cluster => cluster.Any(unit => unit.Records.Any(record => NameOf(record).ShortForms.Contains(word))));
        return NameRules.Choose(shortForm, [.. bearers], Surname);
    }

    private bool IsPart(Unit part, Unit whole) => part.Records.Any(left => whole.Records.Any(right => NameOf(right).FullNames.Contains(NameOf(left).Name)));

    private PersonName NameOf(EntityRecord record) => nameOf(record.Claim);
}
