using System.Collections.Immutable;
using Graph.Extraction.Tests.Documents;
using Graph.Model;

namespace Graph.Extraction.Tests.Names;

/// <summary>Who the persons and where the places are does not change what the sentences say about them.</summary>
public sealed class SwappedNamesTests(ExtractorFixture fixture, ITestOutputHelper output)
{
    // The models find names and trees by the words themselves: a name unlike those of their corpora may be missed or cut, and
    // the facts about it are lost. The rules have no part in that, as the other test shows; what the models lose must not grow.
    private const double LeastSame = 0.8;

    private static readonly ImmutableHashSet<string> NamedKinds = ImmutableHashSet.Create(Labels.Person, Labels.State, Labels.Organisation, Labels.Place);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Rules_read_the_same_facts_off_the_same_trees_with_other_names(int turn)
    {
        var (same, all) = Compare(turn, (name, swap) => RuleExtractor.Create(new SwappingAnalyzer(fixture.SeedParse(name), swap)));

        Assert.Equal(all, same);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Facts_are_the_same_up_to_the_names_but_for_what_the_models_miss(int turn)
    {
        var (same, all) = Compare(turn, (_, _) => fixture.Extractor);

        Assert.InRange((double)same / all, LeastSame, 1);
    }

    private (int Same, int All) Compare(int turn, Func<string, NameSwap, IExtractor> extractorOf)
    {
        var swap = new NameSwap(turn);
        var (same, all) = (0, 0);
        foreach (var name in SeedArticles.Names)
        {
            var expected = Facts(fixture.SeedDocument(name), swap.Apply);
            var actual = Facts(ExtractorFixture.Extract(extractorOf(name, swap), swap.Apply(SeedArticles.Text(name)), SeedArticles.Date(name)), form => form);
            same += expected.Intersect(actual).Count;
            all += expected.Union(actual).Count;
            foreach (var line in expected.Except(actual).Select(fact => "- " + fact).Concat(actual.Except(expected).Select(fact => "+ " + fact)).Order(StringComparer.Ordinal))
            {
                output.WriteLine($"{line}  ({name})");
            }
        }

        output.WriteLine($"same {100.0 * same / all:F2} ({same} of {all})");
        return (same, all);
    }

    private static ImmutableHashSet<string> Facts(GraphDocument document, Func<string, string> swap)
    {
        var keys = document.Entities.ToDictionary(entity => entity.Id, entity => Key(document, entity, swap), StringComparer.Ordinal);
        return [.. document.Facts.Select(fact => Line(fact, keys))];
    }

    private static string Line(Fact fact, Dictionary<string, string> keys)
    {
        var (from, to) = (keys[fact.From], keys[fact.To]);
        if (RelationshipTypes.Symmetric.Contains(fact.Type) && string.CompareOrdinal(to, from) < 0)
        {
            (from, to) = (to, from);
        }

        return $"{from} {fact.Type} {to} {fact.Certainty.Text()}";
    }

    // A place that no list knows is called as the dateline writes it, in capitals. An event is called after its parties, in an
    // order that may be that of their names; the paragraphs it stands in tell it as well.
    private static string Key(GraphDocument document, Entity entity, Func<string, string> swap) => NamedKinds.Contains(entity.Labels[0])
        ? $"{entity.Labels[0]}:{swap(entity.Name).ToUpperInvariant()}"
        : $"{entity.Labels[0]}@{string.Join(',', entity.Mentions.Select(mention => Paragraph(document, mention)).Distinct())}";

    private static int Paragraph(GraphDocument document, Mention mention) => document.Article.Text.AsSpan(0, mention.Span.Start).Count('\n') / 2;
}
