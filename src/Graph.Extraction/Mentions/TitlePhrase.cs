using System.Collections.Immutable;
using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Mentions;

/// <summary>Whether an office is held at the time of the article.</summary>
internal enum OfficeStatus
{
    Current,
    Former,
    Incoming,
}

/// <summary>A title in the text with what stands beside it.</summary>
internal sealed class TitlePhrase
{
    public required int Sentence { get; init; }

    /// <summary>First token of the phrase, jurisdiction and status words included.</summary>
    public required int First { get; init; }

    /// <summary>One past the last token of the title itself.</summary>
    public required int End { get; init; }

    /// <summary>One past the last token of the jurisdiction after the title ("of Finland"); <see cref="End"/> where there is none.</summary>
    public required int PhraseEnd { get; init; }

    /// <summary>First token of the title itself.</summary>
    public required int TitleFirst { get; init; }

    /// <summary>The token that heads it in the tree.</summary>
    public required int Head { get; init; }

    public required TitleEntry Entry { get; init; }

    /// <summary>The title as the text gives it, without jurisdiction and status, singular.</summary>
    public required string Name { get; init; }

    public required OfficeStatus Status { get; init; }

    /// <summary>Heads of the names and nouns that it belongs to, in the same sentence: "Ukraine" in "Ukraine's foreign minister".</summary>
    public required ImmutableArray<int> Owners { get; init; }

    /// <summary>The person mention that bears it; null where the title stands alone.</summary>
    public TextMention? Holder { get; init; }

    /// <summary>Identifier of the rule that joined title and bearer.</summary>
    public required string Rule { get; init; }

    public bool IsPlural { get; init; }

    /// <summary>The same phrase read as another title.</summary>
    public TitlePhrase As(TitlePhrase other) => With(other.Entry, other.Name, Holder, Owners, "title.counterpart");

    /// <summary>The same phrase with a bearer.</summary>
    public TitlePhrase HeldAs(TextMention holder, string rule, ImmutableArray<int> owners) => With(Entry, Name, holder, owners, rule);

    private TitlePhrase With(TitleEntry entry, string name, TextMention? holder, ImmutableArray<int> owners, string rule) => new()
    {
        Sentence = Sentence,
        First = First,
        End = End,
        PhraseEnd = PhraseEnd,
        TitleFirst = TitleFirst,
        Head = Head,
        Entry = entry,
        Name = name,
        Status = Status,
        Owners = owners,
        Holder = holder,
        Rule = rule,
        IsPlural = IsPlural,
    };
}
