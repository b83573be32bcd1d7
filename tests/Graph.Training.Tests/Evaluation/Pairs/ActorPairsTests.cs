using System.Collections.Immutable;
using Graph.Model;
using Graph.Training.Evaluation.Pairs;

namespace Graph.Training.Tests.Evaluation.Pairs;

public sealed class ActorPairsTests
{
    [Theory]
    [InlineData("norway ACCUSED malta", "NOR>MLT")]
    [InlineData("norway COOPERATES_WITH malta", "MLT>NOR NOR>MLT")]
    [InlineData("norway PARTICIPANT_IN meeting, malta PARTICIPANT_IN meeting", "MLT>NOR NOR>MLT")]
    [InlineData("norway INITIATED attack, attack TARGETED malta", "NOR>MLT")]
    [InlineData("norway OPPOSES attack, malta INITIATED attack", "NOR>MLT")]
    [InlineData("lund HOLDS_OFFICE office, office OFFICE_OF norway, lund ACCUSED malta", "NOR>MLT")]
    [InlineData("ministry AGENCY_OF norway, malta DEMANDS ministry", "MLT>NOR")]
    [InlineData("oslo LOCATED_IN norway, norway SAID statement, statement ABOUT malta", "")]
    public void Reads_who_does_something_to_whom(string facts, string expected)
    {
        var pairs = ActorPairs.Of(Document(facts), ActorNames.Read(path: null));

        Assert.Equal(expected, string.Join(' ', pairs.Select(pair => $"{pair.Source}>{pair.Target}").Order(StringComparer.Ordinal)));
    }

    private static GraphDocument Document(string facts)
    {
        ImmutableArray<Fact> drafts = [.. facts.Split(", ").Select(fact => fact.Split(' ')).Select(parts =>
            new Fact { From = parts[0], Type = parts[1], To = parts[2], Certainty = Certainty.Asserted, Evidence = [] })];
        return new GraphDocument
        {
            Article = new Article { Id = "article:1", Title = "", Text = "" },
            Sentences = [],
            Facts = drafts,
            Entities = [.. drafts.SelectMany(fact => new[] { fact.From, fact.To }).Distinct().Select(Entity)],
        };
    }

    private static Entity Entity(string id) => new()
    {
        Id = id,
        Name = char.ToUpperInvariant(id[0]) + id[1..],
        Labels = [id switch
        {
            "norway" or "malta" => Labels.State,
            "lund" => Labels.Person,
            "oslo" => Labels.Place,
            "ministry" => Labels.Organisation,
            "office" => Labels.Office,
            "statement" => Labels.Statement,
            "attack" => Labels.Attack,
            _ => Labels.Meeting,
        }],
    };
}
