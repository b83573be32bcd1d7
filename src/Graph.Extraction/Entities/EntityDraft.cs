using Graph.Extraction.Lexicon;
using Graph.Extraction.Mentions;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Entities;

/// <summary>An entity of the article while its mentions are being gathered.</summary>
/// <remarks>Only the stages of one article's extraction write to it, one after another.</remarks>
internal sealed class EntityDraft(EntityKind kind, string name)
{
    private readonly List<LinkedMention> mentions = [];

    public EntityKind Kind { get; set; } = kind;

    /// <summary>Name shown to people.</summary>
    public string Name { get; set; } = name;

    /// <summary>Part of the identity besides the name, such as the id of the state that an organisation belongs to.</summary>
    public string Qualifier { get; set; } = "";

    public StateEntry? State { get; init; }

    public OrganisationEntry? Organisation { get; init; }

    public PlaceEntry? Place { get; init; }

    public SeatEntry? Seat { get; init; }

    /// <summary>The lexicon's noun for an entity that is first mentioned by one.</summary>
    public NounEntry? Noun { get; init; }

    public Gender Gender { get; set; }

    /// <summary>Whether some mention gives it by name.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Common nouns that the text calls it by: "airline", "movement".</summary>
    public HashSet<string> Descriptors { get; } = new(StringComparer.Ordinal);

    /// <summary>Forms in the text besides those of the mentions, such as a name with its title.</summary>
    public SortedSet<string> FurtherForms { get; } = new(StringComparer.Ordinal);

    /// <summary>Properties of the node, by name.</summary>
    public SortedDictionary<string, object> Properties { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkedMention> Mentions => mentions;

    /// <summary>Adds a mention with the rule that linked it.</summary>
    public void Add(TextMention mention, string rule) => mentions.Add(new LinkedMention(mention, rule));

    /// <summary>Where the last mention before another stands; -1 for nowhere.</summary>
    /// <param name="counts">Which mentions count; null for all.</param>
    public long LastBefore(TextMention other, Func<TextMention, bool>? counts = null)
    {
        long last = -1;
        foreach (var (mention, _) in mentions)
        {
            var isBefore = mention.Sentence < other.Sentence || (mention.Sentence == other.Sentence && mention.End <= other.First);
            last = isBefore && counts?.Invoke(mention) != false ? Math.Max(last, mention.Position) : last;
        }

        return last;
    }

    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>A mention and the rule that linked it to its entity.</summary>
internal readonly record struct LinkedMention(TextMention Mention, string Rule);
