using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Store.Conformance.Samples;

/// <summary>Builds small graph documents for tests: each fact gets a sentence of its own.</summary>
public sealed class DocumentBuilder(string title, string? date = null)
{
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
    private readonly List<(string From, string Type, string To, bool Polarity, (string Name, object Value)[] Properties)> facts = [];

    /// <summary>The name as the id's words, as extraction gives it.</summary>
    public static string IdOf(string kind, string name) => $"{kind.ToLowerInvariant()}:{name.ToLowerInvariant().Replace(' ', '-')}";

    public string Person(string name, params string[] aliases) => Add(IdOf(Labels.Person, name), [Labels.Person], name, aliases);

    public string Organisation(string name, params string[] aliases) => Add(IdOf(Labels.Organisation, name), [Labels.Organisation], name, aliases);

    public string State(string iso3, string name) => Add("state:" + iso3, [Labels.State, Labels.Place], name, []);

    public string Place(string name) => Add(IdOf(Labels.Place, name), [Labels.Place], name, []);

    /// <summary>An event whose id is its article's own.</summary>
    public string Event(string kind, string name, string? date, params (string Name, object Value)[] properties) => Add(
        $"{kind.ToLowerInvariant()}:{ContentHash.Short(title, name)}", [kind, Labels.Event], name, [],
        date is null ? properties : [.. properties, ("date", date)]);

    public DocumentBuilder Property(string entity, string name, object value)
    {
        entities[entity] = entities[entity] with { Properties = entities[entity].Properties.SetItem(name, value) };
        return this;
    }

    public DocumentBuilder Fact(string from, string type, string to, params (string Name, object Value)[] properties)
    {
        facts.Add((from, type, to, true, properties));
        return this;
    }

    public DocumentBuilder Denial(string from, string type, string to)
    {
        facts.Add((from, type, to, false, []));
        return this;
    }

    /// <summary>Parties, each with the side it takes part for.</summary>
    public DocumentBuilder Parties(string meeting, params (string Party, string? Side)[] parties)
    {
        foreach (var (party, side) in parties)
        {
            Fact(party, RelationshipTypes.ParticipantIn, meeting, side is null ? [] : [("onBehalfOf", side)]);
        }

        return this;
    }

    public GraphDocument Build()
    {
        var lines = new List<string> { title };
        lines.AddRange(facts.Select(fact => $"{entities[fact.From].Name} {(fact.Polarity ? "" : "not ")}{fact.Type} {entities[fact.To].Name}."));
        lines.AddRange(entities.Values.Select(entity => $"About {entity.Name}."));
        var text = string.Join('\n', lines);
        var spans = Spans(lines);
        var article = new Article { Id = ArticleId.From(null, "test", title), Title = title, Text = text, Date = date is null ? null : DateOnly.Parse(date), Source = "test" };
        return new GraphDocument
        {
            Article = article,
            Sentences = spans,
            Entities = [.. entities.Values.Select((entity, index) => entity with { Mentions = [Mention(entity, spans, 1 + facts.Count + index)] })
                .OrderBy(entity => entity.Id, StringComparer.Ordinal)],
            Facts = [.. facts.Select((fact, index) => FactOf(fact, text, spans, index + 1)).DistinctBy(fact => fact.Id).OrderBy(fact => fact.Id, StringComparer.Ordinal)],
        };
    }

    private static Mention Mention(Entity entity, ImmutableArray<TextSpan> spans, int sentence)
    {
        var start = spans[sentence].Start + "About ".Length;
        return new Mention(sentence, new TextSpan(start, start + entity.Name.Length), "name", null, "test");
    }

    private static Fact FactOf(
        (string From, string Type, string To, bool Polarity, (string Name, object Value)[] Properties) fact, string text, ImmutableArray<TextSpan> spans, int sentence)
    {
        var isTurned = RelationshipTypes.Symmetric.Contains(fact.Type) && string.CompareOrdinal(fact.From, fact.To) > 0;
        var properties = fact.Properties.ToImmutableSortedDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        var certainty = fact.Polarity ? Certainty.Asserted : Certainty.Denied;
        return new Fact
        {
            From = isTurned ? fact.To : fact.From,
            Type = fact.Type,
            To = isTurned ? fact.From : fact.To,
            Qualifier = properties.GetValueOrDefault("via") as string ?? "",
            Polarity = fact.Polarity,
            Certainty = certainty,
            Properties = properties,
            Evidence = [new Evidence(sentence, spans[sentence], spans[sentence].Of(text), certainty, fact.Type, "test", 0.9)],
        };
    }

    private static ImmutableArray<TextSpan> Spans(List<string> lines)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(lines.Count);
        var start = 0;
        foreach (var line in lines)
        {
            spans.Add(new TextSpan(start, start + line.Length));
            start += line.Length + 1;
        }

        return spans.ToImmutable();
    }

    private string Add(string id, ImmutableArray<string> labels, string name, string[] aliases, params (string Name, object Value)[] properties)
    {
        entities.TryAdd(id, new Entity
        {
            Id = id,
            Labels = labels,
            Name = name,
            Aliases = [.. aliases.Append(name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Properties = properties.ToImmutableSortedDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal),
        });
        return id;
    }
}
