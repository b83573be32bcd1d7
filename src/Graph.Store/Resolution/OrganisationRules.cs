using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Organisations: an acronym stands for the body whose initials it is and that an article introduces by it.</summary>
internal sealed class OrganisationRules : IResolutionRules
{
    private const string Acronym = "acronym";
    private const int LongestAcronym = 8;

    private static readonly string[] Small = ["of", "the", "for", "and", "on", "in", "to"];

    public bool IsShortForm(EntityRecord record) => IsAcronym(record.Claim.Name);

    public string UnitKey(EntityRecord record) => IsShortForm(record) ? record.Id : record.LocalId;

    public IEnumerable<string> Keys(EntityRecord record) =>
        Acronyms(record).Distinct(StringComparer.Ordinal).Select(acronym => "organisation|" + acronym);

    public bool MayDepend(EntityRecord one, EntityRecord other) =>
        IsShortForm(one) != IsShortForm(other) && Acronyms(one).Intersect(Acronyms(other), StringComparer.Ordinal).Any();

    public Link? Compare(Unit one, Unit other) => null;

    public bool MustStayApart(Unit one, Unit other) => false;

    public Link? Attach(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> clusters)
    {
        var acronym = Acronyms(shortForm.Records[0]).First();
        var bearers = clusters.Where(cluster => cluster.Any(unit => unit.Records.Any(record => Acronyms(record).Contains(acronym, StringComparer.Ordinal))));
        return NameRules.Choose(shortForm, [.. bearers], Acronym);
    }

    private static IEnumerable<string> Acronyms(EntityRecord record)
    {
        if (IsAcronym(record.Claim.Name))
        {
            return [record.Claim.Name];
        }

        var initials = string.Concat(FoldedName.Tokens(record.Claim.Name).Where(word => !Small.Contains(word, StringComparer.Ordinal)).Select(word => word[0]));
        return record.Claim.Aliases.Where(alias => IsAcronym(alias) && alias.Equals(initials, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAcronym(string name) =>
        name.Length is > 1 and <= LongestAcronym && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
