using System.Collections.Immutable;

namespace Graph.Extraction.Syntax;

/// <summary>Negation, mood and tense of a predicate, read off its auxiliaries.</summary>
/// <param name="Mood">By the strongest auxiliary.</param>
/// <param name="IsNegated">"not", "never", "no longer", or a negative object determiner such as "no agreement".</param>
/// <param name="IsPast">Past or perfect.</param>
internal readonly record struct VerbForm(ClauseMood Mood, bool IsNegated, bool IsPast)
{
    private static readonly ImmutableHashSet<string> Negations =
        ImmutableHashSet.Create(StringComparer.Ordinal, "not", "n't", "never", "neither", "nor", "hardly", "no");

    public static VerbForm Of(SentenceSyntax syntax, int predicate)
    {
        var (mood, past, negated) = (ClauseMood.Factual, syntax[predicate].Xpos is "VBD" or "VBN", false);
        var hasTo = false;
        foreach (var child in syntax.Children(predicate))
        {
            if (syntax.Is(child, "advmod") || syntax.Is(child, "cc:preconj") || (syntax.Is(child, "det") && syntax.Lemma(child) == "no"))
            {
                negated |= Negations.Contains(syntax.Lemma(child));
            }
            else if (syntax.Is(child, "aux") || syntax.Is(child, "cop"))
            {
                mood = Stronger(mood, OfAuxiliary(syntax.Lemma(child)));
                past |= syntax[child].Xpos == "VBD";
            }
            else if (syntax.Is(child, "mark") && syntax.Lemma(child) == "to")
            {
                hasTo = true;
            }
        }

        if (mood == ClauseMood.Factual && hasTo)
        {
            mood = HasToBe(syntax, predicate) ? ClauseMood.Future : ClauseMood.Infinitive;
        }

        return new VerbForm(mood, negated, past && mood == ClauseMood.Factual);
    }

    private static ClauseMood OfAuxiliary(string lemma) => lemma switch
    {
        "will" or "shall" or "'ll" or "wo" => ClauseMood.Future,
        "could" or "can" or "might" or "may" or "would" or "'d" => ClauseMood.Possible,
        "should" or "must" or "ought" => ClauseMood.Necessary,
        _ => ClauseMood.Factual,
    };

    private static ClauseMood Stronger(ClauseMood left, ClauseMood right) => right == ClauseMood.Factual ? left : right;

    // "is set to open", "is due to meet", "is scheduled to leave", "is expected to arrive", "is going to", "is to visit".
    private static bool HasToBe(SentenceSyntax syntax, int predicate)
    {
        var head = syntax.Head(predicate);
        return syntax.Is(predicate, "xcomp") && head >= 0
            && (syntax.Lemma(head) is "set" or "due" or "schedule" or "slate" or "be" or "expect" || syntax[head].Form is "going");
    }
}
