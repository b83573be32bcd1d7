using Graph.Extraction.Entities;

namespace Graph.Extraction.Events;

/// <summary>Mentions of one event or deal, as far as they have been joined.</summary>
internal sealed class EventCluster(EventMention first)
{
    private readonly List<EventMention> mentions = [first];

    public IReadOnlyList<EventMention> Mentions => mentions;

    public EventMention Last => mentions[^1];

    public void Add(EventMention mention) => mentions.Add(mention);

    /// <summary>Whether some mention has the same noun; "air strikes" are no "drone strikes", but both are "strikes".</summary>
    public bool HasLemma(string lemma) => mentions.Exists(mention =>
        mention.Lemma == lemma || (HeadWord(mention.Lemma) == HeadWord(lemma) && (mention.Lemma == HeadWord(lemma) || lemma == HeadWord(mention.Lemma))));

    public bool HasClass(string name) => mentions.Exists(mention => mention.Class.Name == name);

    /// <summary>Entities in a role over all mentions.</summary>
    public HashSet<EntityDraft> In(EventRole role, EntityTable entities) => [.. mentions.SelectMany(mention => EntitiesIn(mention, role, entities))];

    public static IEnumerable<EntityDraft> EntitiesIn(EventMention mention, EventRole role, EntityTable entities) =>
        mention.Arguments.Where(argument => argument.Role == role)
            .SelectMany(argument => entities.All(mention.Sentence, argument.Token));

    private static string HeadWord(string lemma) => lemma[(lemma.LastIndexOf(' ') + 1)..];
}
