using Graph.Language.Models;
using Graph.Language.Names;
using Graph.Language.Tokenisation;

namespace Graph.Language.Analysis;

/// <summary>Room that one analysis works in; it grows to the longest text seen and is then reused without allocating.</summary>
internal sealed class AnalyzerWorkspace
{
    private ParsedWord[] words = [];
    private ParsedWord[] rows = [];
    private float[] rowScores = [];
    private float[] nameScores = [];
    private byte[] back = [];
    private float[] nameSums = [];
    private int[] labels = [];
    private NameEvidence? nameEvidence;

    public AnalyzerWorkspace()
    {
        var encoder = new EncoderWorkspace();
        Parser = new ParserWorkspace(encoder);
        Names = new NameWorkspace(encoder);
    }

    public TokenBuffer Tokens { get; } = new();

    public SentenceChunk Chunk { get; } = new();

    public ParserWorkspace Parser { get; }

    public NameWorkspace Names { get; }

    public List<NameSpan> Found { get; } = [];

    /// <summary>Where each piece of the chunk starts among the text's tokens.</summary>
    public List<int> PieceStarts { get; } = [];

    /// <summary>What the parser says of each token of the text.</summary>
    public Span<ParsedWord> Words => words;

    /// <summary>What the parser says of each row of the chunk.</summary>
    public Span<ParsedWord> Rows(int count) => Grown(ref rows, count);

    /// <summary>Scores of name labels for each row of the chunk.</summary>
    public Span<float> RowScores(int count) => Grown(ref rowScores, count * NameLabels.Count);

    /// <summary>Scores of name labels for each token of the text.</summary>
    public Span<float> NameScores => nameScores;

    /// <summary>Scores of name labels for each token of a sentence.</summary>
    public Span<float> NameScoresOf(SentenceRange sentence) =>
        nameScores.AsSpan(sentence.First * NameLabels.Count, (sentence.End - sentence.First) * NameLabels.Count);

    /// <summary>Room for the scores of a sentence with what lists and document add to them.</summary>
    public Span<float> NameSums(int words) => Grown(ref nameSums, words * NameLabels.Count);

    /// <summary>Name labels of each token of a sentence.</summary>
    public Span<int> LabelsOf(SentenceRange sentence) => labels.AsSpan(sentence.First, sentence.End - sentence.First);

    /// <summary>What the document says of its names.</summary>
    public NameEvidence NameEvidence(NameLexicon lexicon) => nameEvidence ??= new NameEvidence(lexicon);

    public Span<byte> Back(int count) => Grown(ref back, count * NameLabels.Count);

    /// <summary>Makes room for a text's tokens.</summary>
    public void Shape(int tokens)
    {
        Grown(ref words, tokens);
        Grown(ref labels, tokens);
        Grown(ref nameScores, tokens * NameLabels.Count);
    }

    private static Span<T> Grown<T>(ref T[] array, int count)
    {
        if (array.Length < count)
        {
            array = new T[count * 5 / 4];
        }

        return array.AsSpan(0, count);
    }
}
