using System.Text;
using Graph.Language.Tokenisation;

namespace Graph.Training.Corpora;

/// <summary>Sentences that come as tokens, as a text with a space behind each token.</summary>
internal sealed class TokenisedText
{
    private readonly List<(int Start, int End)> tokens = [];
    private readonly List<int> sentenceEnds = [];

    private TokenisedText(string text) => Text = text;

    public string Text { get; }

    public static TokenisedText Of(IEnumerable<IEnumerable<string>> sentences)
    {
        var text = new StringBuilder();
        var spans = new List<(int, int)>();
        var ends = new List<int>();
        foreach (var sentence in sentences)
        {
            foreach (var form in sentence)
            {
                spans.Add((text.Length, text.Length + form.Length));
                text.Append(form).Append(' ');
            }

            ends.Add(spans.Count);
        }

        var result = new TokenisedText(text.ToString());
        result.tokens.AddRange(spans);
        result.sentenceEnds.AddRange(ends);
        return result;
    }

    /// <summary>Fills a buffer as the tokeniser would.</summary>
    public void Fill(TokenBuffer buffer)
    {
        buffer.Clear();
        foreach (var (start, end) in tokens)
        {
            buffer.AddToken(start, end, joinsPrevious: false);
        }

        var first = 0;
        foreach (var end in sentenceEnds)
        {
            buffer.AddSentence(first, end);
            first = end;
        }
    }
}
