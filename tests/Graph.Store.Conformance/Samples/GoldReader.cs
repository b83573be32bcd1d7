using System.Collections.Immutable;
using System.Text.Json;
using Graph.Model;

namespace Graph.Store.Conformance.Samples;

/// <summary>Reads one gold graph over its text. Ids become what extraction gives: persons, places and bodies by their name, all else by the article.</summary>
internal sealed class GoldReader
{
    private static readonly string[] Shared = [Labels.Person, Labels.Place, Labels.Organisation, Labels.Office];

    private static readonly Dictionary<string, string[]> LabelsOf = new(StringComparer.Ordinal)
    {
        [Labels.State] = [Labels.State, Labels.Place],
        [Labels.Meeting] = [Labels.Meeting, Labels.Event],
        [Labels.Trip] = [Labels.Trip, Labels.Event],
        [Labels.Attack] = [Labels.Attack, Labels.Event],
        [Labels.Conflict] = [Labels.Conflict, Labels.Event],
        [Labels.Action] = [Labels.Action, Labels.Event],
    };

    private readonly JsonElement gold;
    private readonly string text;
    private readonly Article article;
    private readonly ImmutableArray<TextSpan> sentences;
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public GoldReader(JsonElement gold, string text)
    {
        this.gold = gold;
        this.text = text;
        var title = text[..text.IndexOf('\n')].Trim();
        article = new Article
        {
            Id = ArticleId.From(null, "Gold", title),
            Title = title,
            Text = text,
            Date = DateOnly.Parse(gold.GetProperty("docDate").GetString()!),
            Source = "Gold",
        };
        sentences = [.. Sentences(text)];
        foreach (var entity in gold.GetProperty("entities").EnumerateArray())
        {
            ids.Add(entity.GetProperty("id").GetString()!, IdOf(entity));
        }
    }

    public GraphDocument Read() => new()
    {
        Article = article,
        Sentences = sentences,
        Entities = [.. gold.GetProperty("entities").EnumerateArray().Select(Entity).DistinctBy(entity => entity.Id).OrderBy(entity => entity.Id, StringComparer.Ordinal)],
        Facts = [.. gold.GetProperty("relations").EnumerateArray().Select(Fact).DistinctBy(fact => fact.Id).OrderBy(fact => fact.Id, StringComparer.Ordinal)],
    };

    private string IdOf(JsonElement entity)
    {
        var kind = entity.GetProperty("kind").GetString()!;
        var name = entity.GetProperty("name").GetString()!;
        var prefix = kind.ToLowerInvariant();
        return kind == Labels.State && entity.GetProperty("properties").TryGetProperty("iso3", out var iso) ? $"state:{iso.GetString()}"
            : Shared.Contains(kind) ? $"{prefix}:{string.Join('-', name.ToLowerInvariant().Split(' ', '.', ',').Where(word => word.Length > 0))}"
            : $"{prefix}:{ContentHash.Short(article.Id, entity.GetProperty("id").GetString())}";
    }

    private Entity Entity(JsonElement entity)
    {
        var kind = entity.GetProperty("kind").GetString()!;
        var aliases = entity.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()!).ToList();
        return new Entity
        {
            Id = ids[entity.GetProperty("id").GetString()!],
            Labels = [.. LabelsOf.GetValueOrDefault(kind, [kind])],
            Name = entity.GetProperty("name").GetString()!,
            Aliases = [.. aliases.Distinct().Order(StringComparer.Ordinal)],
            Properties = Properties(entity),
            Mentions = [.. aliases.Select(alias => (Alias: alias, Start: text.IndexOf(alias, StringComparison.Ordinal))).Where(place => place.Start >= 0)
                .Select(place => new Mention(SentenceAt(place.Start), new TextSpan(place.Start, place.Start + place.Alias.Length), "name", null, "gold"))],
        };
    }

    private Fact Fact(JsonElement relation)
    {
        var certainty = CertaintyNames.TryParse(relation.GetProperty("certainty").GetString()!, out var parsed) ? parsed : Certainty.Asserted;
        var properties = Properties(relation);
        var type = relation.GetProperty("type").GetString()!;
        var from = ids[relation.GetProperty("from").GetString()!];
        var to = ids[relation.GetProperty("to").GetString()!];
        if (RelationshipTypes.Symmetric.Contains(type) && string.CompareOrdinal(from, to) > 0)
        {
            (from, to) = (to, from);
        }

        return new Fact
        {
            From = from,
            Type = type,
            To = to,
            Qualifier = properties.GetValueOrDefault("via") as string ?? "",
            Certainty = certainty,
            Polarity = certainty != Certainty.Denied,
            Properties = properties,
            Evidence = [.. relation.GetProperty("evidence").EnumerateArray().Select(passage => Evidence(passage.GetString()!, certainty)).Distinct()],
        };
    }

    private Evidence Evidence(string passage, Certainty certainty)
    {
        var start = Math.Max(0, text.IndexOf(passage, StringComparison.Ordinal));
        return new Evidence(SentenceAt(start), new TextSpan(start, start + passage.Length), passage, certainty, passage.Split(' ')[0], "gold", 1);
    }

    private ImmutableSortedDictionary<string, object> Properties(JsonElement owner) => owner.GetProperty("properties").EnumerateObject()
        .Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
        .ToImmutableSortedDictionary(
            property => property.Name,
            property => property.Value.ValueKind == JsonValueKind.String
                ? (object)ids.GetValueOrDefault(property.Value.GetString()!, property.Value.GetString()!)
                : property.Value.GetBoolean(),
            StringComparer.Ordinal);

    private int SentenceAt(int offset) => Math.Max(0, sentences.ToList().FindLastIndex(sentence => sentence.Start <= offset));

    private static IEnumerable<TextSpan> Sentences(string text)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            var isEnd = index == text.Length || text[index] == '\n' || (text[index] == ' ' && index > 0 && text[index - 1] is '.' or '"' && start < index - 1);
            if (isEnd && text[start..index].Trim().Length > 0)
            {
                yield return new TextSpan(start, index);
            }

            start = isEnd ? index + 1 : start;
        }
    }
}
