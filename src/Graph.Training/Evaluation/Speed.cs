using Graph.Language;

namespace Graph.Training.Evaluation;

/// <summary>Measures the analyser on one core, and what it allocates once warm.</summary>
/// <param name="WordsPerSecond">Words of raw text to tags, tree, lemmas, names, dates and quantities; the best of several runs.</param>
/// <param name="BytesPerThousandWords">Allocated in the last run, the result included.</param>
/// <param name="ResultBytesPerThousandWords">What the result itself holds: tokens, names, dates and quantities, and the strings of forms and lemmas.</param>
internal sealed record Speed(double WordsPerSecond, double BytesPerThousandWords, double ResultBytesPerThousandWords)
{
    private const int Runs = 5;

    /// <summary>Analyses the texts several times over on the calling thread.</summary>
    public static Speed Measure(LanguageAnalyzer analyzer, IReadOnlyList<string> texts, TimeProvider clock)
    {
        var best = 0.0;
        var bytes = 0.0;
        var resultBytes = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            var words = 0;
            var held = 0L;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = clock.GetTimestamp();
            foreach (var text in texts)
            {
                var document = analyzer.Analyze(text, date: null);
                foreach (var sentence in document.Sentences)
                {
                    words += sentence.Tokens.Length;
                    held += Held(sentence);
                }
            }

            best = Math.Max(best, words / clock.GetElapsedTime(start).TotalSeconds);
            bytes = 1000.0 * (GC.GetAllocatedBytesForCurrentThread() - allocated) / words;
            resultBytes = 1000.0 * held / words;
        }

        return new Speed(best, bytes, resultBytes);
    }

    // A token is a struct of 56 bytes; a string holds 22 bytes, then 2 a letter, in whole eights.
    private static long Held(Sentence sentence)
    {
        var bytes = 120L;
        foreach (var token in sentence.Tokens)
        {
            bytes += 56 + StringBytes(token.Form) + (ReferenceEquals(token.Form, token.Lemma) ? 0 : StringBytes(token.Lemma));
        }

        return bytes + (12L * sentence.Names.Length) + (64L * sentence.Dates.Length) + (72L * sentence.Quantities.Length);
    }

    private static long StringBytes(string text) => (22 + (2L * text.Length) + 7) / 8 * 8;
}
