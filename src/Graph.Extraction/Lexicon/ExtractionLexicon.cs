using System.Collections.Frozen;
using System.Collections.Immutable;
using Graph.Extraction.Metonymy;

namespace Graph.Extraction.Lexicon;

/// <summary>What the rules know of words: titles, nouns of events and deals, frames of verbs, cues of certainty.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class ExtractionLexicon
{
    private readonly FrozenDictionary<string, ImmutableArray<TitleEntry>> titlesByLastWord;
    private readonly FrozenDictionary<string, ImmutableArray<NounEntry>> nounsByHead;
    private readonly FrozenDictionary<string, ImmutableArray<VerbFrame>> frames;
    private readonly FrozenDictionary<string, ImmutableArray<NounFrame>> nounFrames;
    private readonly FrozenDictionary<string, ImmutableArray<EventVerb>> eventVerbs;
    private readonly FrozenDictionary<(CueKind Kind, string Word), CueEntry> cues;

    internal ExtractionLexicon(
        IEnumerable<TitleEntry> titles, IEnumerable<NounEntry> nouns, IEnumerable<VerbFrame> verbFrames,
        IEnumerable<EventVerb> verbs, IEnumerable<CueEntry> cueEntries, IEnumerable<NounFrame> frameNouns, MetonymyTable metonymy)
    {
        nounFrames = Grouped(frameNouns, frame => frame.Noun);
        Metonymy = metonymy;
        titlesByLastWord = Grouped(titles.OrderByDescending(title => title.Words.Length), title => title.Words[^1]);
        nounsByHead = Grouped(nouns.OrderByDescending(noun => noun.Words.Length), noun => noun.Words[^1]);
        frames = Grouped(verbFrames, frame => frame.Verb);
        eventVerbs = Grouped(verbs, verb => verb.Verb);
        cues = cueEntries.ToFrozenDictionary(cue => (cue.Kind, cue.Word));
        Classes = nounsByHead.Values.SelectMany(entries => entries).Select(noun => noun.Class).Distinct()
            .ToFrozenDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>How capitals and seats of power are read.</summary>
    public MetonymyTable Metonymy { get; }

    /// <summary>Classes of nouns by name.</summary>
    public FrozenDictionary<string, NounClass> Classes { get; }

    /// <summary>Titles that end in a word, the longest first.</summary>
    public ImmutableArray<TitleEntry> TitlesEndingIn(string word) => titlesByLastWord.GetValueOrDefault(word, []);

    /// <summary>Nouns headed by a lemma, the longest first.</summary>
    public ImmutableArray<NounEntry> NounsHeadedBy(string lemma) => nounsByHead.GetValueOrDefault(lemma, []);

    public ImmutableArray<VerbFrame> FramesOf(string verb) => frames.GetValueOrDefault(verb, []);

    public ImmutableArray<NounFrame> NounFramesOf(string noun) => nounFrames.GetValueOrDefault(noun, []);

    public ImmutableArray<EventVerb> EventsOf(string verb) => eventVerbs.GetValueOrDefault(verb, []);

    public CueEntry? Cue(CueKind kind, string word) => cues.GetValueOrDefault((kind, word));

    private static FrozenDictionary<string, ImmutableArray<T>> Grouped<T>(IEnumerable<T> entries, Func<T, string> key) =>
        entries.GroupBy(key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
