using System.Collections.Immutable;
using System.Globalization;
using Graph.Model;

namespace Graph.Extraction.Tests.Phenomena;

/// <summary>Holds a graph against what a case expects.</summary>
internal sealed class CaseChecker(GraphDocument document)
{
    private readonly Dictionary<string, Entity> entities = document.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);

    /// <summary>The expectations that the graph does not meet.</summary>
    public ImmutableArray<string> Check(PhenomenonCase expected) =>
        [.. expected.Expectations.Where(expectation => !IsMet(expectation)).Select(expectation => expectation.ToString())];

    private bool IsMet(Expectation expectation) => expectation.Keyword switch
    {
        "fact" => Facts(expectation).Any(),
        "not" => !Facts(expectation).Any(),
        "node" => Nodes(expectation[0]).Any(entity => HasAll(entity.Properties, expectation.Fields[1..])),
        "absent" => !Nodes(expectation[0]).Any(),
        "count" => Nodes(expectation[0]).Count() == int.Parse(expectation[1], CultureInfo.InvariantCulture),
        "reads" => Mentioned(expectation[0]).Any(found => found.Mention.Reading == expectation[1] && IsOf(found.Entity, expectation[2])),
        "refers" => Mentioned(expectation[0]).Any(found => IsOf(found.Entity, expectation[1])),
        "open" => !Mentioned(expectation[0]).Any(),
        _ => false,
    };

    private static bool IsOf(Entity entity, string reference) => reference.Length == 0 || NodeReference.Parse(reference).Matches(entity);

    private IEnumerable<Entity> Nodes(string reference) => document.Entities.Where(NodeReference.Parse(reference).Matches);

    private IEnumerable<Fact> Facts(Expectation expectation)
    {
        var (from, to) = (NodeReference.Parse(expectation[0]), NodeReference.Parse(expectation[2]));
        var types = expectation[1].Split('/');
        var certainties = expectation[3].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return document.Facts.Where(fact => types.Contains(fact.Type)
            && (Joins(fact, from, to) || (RelationshipTypes.Symmetric.Contains(fact.Type) && Joins(fact, to, from)))
            && (certainties.Length == 0 || certainties.Contains(fact.Certainty.Text()))
            && (expectation.Fields.Length < 5 || HasAll(fact.Properties, expectation.Fields[4..])));
    }

    private bool Joins(Fact fact, NodeReference from, NodeReference to) => from.Matches(entities[fact.From]) && to.Matches(entities[fact.To]);

    // Mentions whose passage is the form, or holds it as a word: "Moscow" in "MOSCOW, Russia". #2 takes the second place in the text.
    private IEnumerable<(Entity Entity, Mention Mention)> Mentioned(string form)
    {
        var (text, place) = form.Split('#') is [var word, var number] ? (word, int.Parse(number, CultureInfo.InvariantCulture)) : (form, 1);
        var start = -1;
        for (var i = 0; i < place; i++)
        {
            start = document.Article.Text.IndexOf(text, start + 1, StringComparison.Ordinal);
        }

        var span = new TextSpan(start, start + text.Length);
        return document.Entities.SelectMany(entity => entity.Mentions.Where(mention => Covers(mention.Span, span)).Select(mention => (entity, mention)));
    }

    // A name covers the part of it that is asked for ("al-Mutairi" of "Faisal al-Mutairi"), a pronoun is asked for as it stands.
    private static bool Covers(TextSpan mention, TextSpan asked) =>
        mention == asked || (mention.Start <= asked.Start && asked.End <= mention.End && asked.End - asked.Start > 3)
        || (asked.Start <= mention.Start && mention.End == asked.End);

    private bool HasAll(ImmutableSortedDictionary<string, object> properties, ImmutableArray<string> checks) => checks.All(check => Has(properties, check));

    private bool Has(ImmutableSortedDictionary<string, object> properties, string check)
    {
        var at = check.IndexOfAny(['=', '~']);
        if (!properties.TryGetValue(check[..at], out var value))
        {
            return false;
        }

        var expected = check[(at + 1)..];
        return (value as IEnumerable<string> ?? [Convert.ToString(value, CultureInfo.InvariantCulture)!]).Any(text => check[at] == '~'
            ? text.Contains(expected, StringComparison.OrdinalIgnoreCase)
            : expected.Split('/').Any(alternative => Names(text, alternative)));
    }

    private bool Names(string value, string expected) =>
        string.Equals(value, expected, StringComparison.OrdinalIgnoreCase)
        || (entities.TryGetValue(value, out var entity) && NodeReference.Parse(expected).Matches(entity));
}
