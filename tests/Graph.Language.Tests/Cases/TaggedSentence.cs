using Graph.Language.Lemmas;
using Graph.Model;

namespace Graph.Language.Tests.Cases;

/// <summary>Sentences of case files: tokens parted by spaces, a Penn tag behind a slash where the case needs one; without a tree.</summary>
internal static class TaggedSentence
{
    private static readonly Lemmatiser Lemmatiser = new();

    public static Token[] Parse(string text)
    {
        var tokens = new List<Token>();
        var position = 0;
        foreach (var word in text.Split(' '))
        {
            var slash = word.LastIndexOf('/');
            var isTagged = slash > 0 && char.IsUpper(word[^1]) && char.IsUpper(word[slash + 1]);
            var form = isTagged ? word[..slash] : word;
            var xpos = isTagged ? word[(slash + 1)..] : Guess(form);
            var upos = Universal(xpos);
            tokens.Add(new Token(
                new TextSpan(position, position + form.Length), form, Lemmatiser.Lemma(form, upos, xpos), upos, xpos, -1, ""));
            position += form.Length + 1;
        }

        return [.. tokens];
    }

    private static string Guess(string form) =>
        char.IsAsciiDigit(form[0]) ? "CD"
        : !char.IsLetter(form[0]) ? "."
        : char.IsUpper(form[0]) ? "NNP"
        : form is "a" or "an" or "the" ? "DT"
        : "IN";

    private static string Universal(string xpos) =>
        xpos switch
        {
            "CD" => "NUM",
            "NNP" or "NNPS" => "PROPN",
            "NN" or "NNS" => "NOUN",
            "MD" => "AUX",
            "DT" => "DET",
            "IN" => "ADP",
            "JJ" or "JJR" or "JJS" => "ADJ",
            "RB" or "RBR" => "ADV",
            "." => "PUNCT",
            _ => "VERB",
        };
}
