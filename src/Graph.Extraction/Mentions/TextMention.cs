using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Language.Gazetteer;

namespace Graph.Extraction.Mentions;

/// <summary>A passage that refers to something the graph may hold.</summary>
/// <remarks>Equality is identity: two mentions are never the same even where their fields are.</remarks>
internal sealed class TextMention
{
    private const int LongestSentence = 100_000;

    public required int Sentence { get; init; }

    /// <summary>Index of its first token.</summary>
    public required int First { get; init; }

    /// <summary>One past its last token.</summary>
    public required int End { get; init; }

    /// <summary>The token that heads it in the tree.</summary>
    public required int Head { get; init; }

    public required MentionForm Form { get; init; }

    public required EntityKind Kind { get; init; }

    /// <summary>Identifier of the rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>The state it names, is the adjective of, or is the capital of.</summary>
    public StateEntry? State { get; init; }

    /// <summary>What the gazetteer knows of the organisation.</summary>
    public OrganisationEntry? Organisation { get; init; }

    /// <summary>What the gazetteer knows of the place.</summary>
    public PlaceEntry? Place { get; init; }

    /// <summary>What the gazetteer knows of the seat of power.</summary>
    public SeatEntry? Seat { get; init; }

    /// <summary>The lexicon's noun of a nominal mention.</summary>
    public NounEntry? Noun { get; init; }

    /// <summary><c>government</c> or <c>place</c> where a capital or seat of power was read one way; else null.</summary>
    public string? Reading { get; init; }

    /// <summary>Whether the form is the name of a capital that may stand for its state.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Orders mentions by where they begin.</summary>
    public long Position => (long)Sentence * LongestSentence + First;

    public bool Covers(int token) => First <= token && token < End;

    /// <summary>The same passage with another kind or range.</summary>
    public TextMention With(
        EntityKind? kind = null, int? first = null, int? end = null, int? head = null, string? reading = null, string? rule = null,
        StateEntry? state = null, OrganisationEntry? organisation = null) => new()
        {
            Sentence = Sentence,
            First = first ?? First,
            End = end ?? End,
            Head = head ?? Head,
            Form = Form,
            Kind = kind ?? Kind,
            Rule = rule ?? Rule,
            State = state ?? State,
            Organisation = organisation ?? Organisation,
            Place = Place,
            Seat = Seat,
            Noun = Noun,
            Reading = reading ?? Reading,
            IsCapital = IsCapital,
        };
}
