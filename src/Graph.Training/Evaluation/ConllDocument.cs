using System.Globalization;
using System.Text;
using Graph.Model;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Sentences laid over their letters: white space does not count, so that two tokenisations of one text meet.</summary>
internal sealed class ConllDocument
{
    private ConllDocument(string letters) => Letters = letters;

    /// <summary>All letters of the text without white space.</summary>
    public string Letters { get; }

    public List<TextSpan> Sentences { get; } = [];

    public List<TextSpan> Tokens { get; } = [];

    public List<Word> Words { get; } = [];

    public static ConllDocument Of(IReadOnlyList<ConlluSentence> sentences)
    {
        var letters = new StringBuilder();
        foreach (var sentence in sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                AppendLetters(letters, token.Form);
            }
        }

        var document = new ConllDocument(letters.ToString());
        var position = 0;
        foreach (var sentence in sentences)
        {
            position = document.Add(sentence, position);
        }

        return document;
    }

    private int Add(ConlluSentence sentence, int position)
    {
        var start = position;
        var firstWord = Words.Count;
        foreach (var token in sentence.Tokens)
        {
            var end = position + AppendLetters(new StringBuilder(), token.Form).Length;
            var span = new TextSpan(position, end);
            Tokens.Add(span);
            for (var i = token.FirstWord; i < token.EndWord; i++)
            {
                var word = sentence.Words[i];
                Words.Add(new Word(word, span, token.IsMultiword, word.Head < 0 ? -1 : firstWord + word.Head));
            }

            position = end;
        }

        Sentences.Add(new TextSpan(start, position));
        return position;
    }

    private static StringBuilder AppendLetters(StringBuilder letters, string form)
    {
        foreach (var letter in form)
        {
            // The task strips Unicode's separators; marks without width are no letters to a reader either.
            if (!char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
            {
                letters.Append(letter);
            }
        }

        return letters;
    }

    /// <summary>A word over its letters; words of a multiword token all cover the whole token.</summary>
    /// <param name="Head">Index in <see cref="Words"/>; -1 for a root.</param>
    internal sealed record Word(ConlluWord Columns, TextSpan Span, bool IsMultiword, int Head);
}
