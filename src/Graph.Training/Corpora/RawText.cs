using System.Text;

namespace Graph.Training.Corpora;

/// <summary>The running text of a CoNLL-U corpus as its authors wrote it: a blank line before each paragraph, a space between sentences.</summary>
public static class RawText
{
    /// <summary>Writes the text of some sentences.</summary>
    public static string Of(IEnumerable<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            if (sentence.StartsParagraph && text.Length > 0)
            {
                while (text.Length > 0 && text[^1] == ' ')
                {
                    text.Length--;
                }

                text.Append("\n\n");
            }

            foreach (var token in sentence.Tokens)
            {
                text.Append(token.Form);
                if (token.SpaceAfter)
                {
                    text.Append(' ');
                }
            }
        }

        return text.ToString().TrimEnd(' ');
    }
}
