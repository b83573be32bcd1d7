using System.Collections.Immutable;

namespace Graph.Extraction.Syntax;

/// <summary>Negation, mood and tense of a predicate, read off its auxiliaries.</summary>
/// <param name="Mood">By the strongest auxiliary.</param>
/// <param name="IsNegated">"not", "never", "no longer", or a negative object determiner such as "no agreement".</param>
/// <param name="IsPast">Past or perfect.</param>
/// <param name="IsWould">Whether the mood comes from "would", which reports a future after a verb in the past.</param>
internal readonly record struct VerbForm(ClauseMood Mood, bool IsNegated, bool IsPast, bool IsWould)
{
    private static readonly ImmutableHashSet<string> Negations =
        ImmutableHashSet.Create(StringComparer.Ordinal, "not", "n't", "never", "neither", "nor", "hardly", "no");

    public static VerbForm Of(SentenceSyntax syntax, int predicate)
    {
        var (mood, past, negated) = (ClauseMood.Factual, syntax[predicate].Xpos is "VBD" or "VBN", false);
        var (hasTo, isWould, hasBe) = (false, false, false);
        foreach (var child in syntax.Children(predicate))
        {
            if (syntax.Is(child, "advmod") || syntax.Is(child, "cc:preconj") || (syntax.Is(child, "det") && syntax.Lemma(child) == "no"))
            {
                negated |= Negations.Contains(syntax.Lemma(child)) || syntax.ChildrenIn(child, "advmod").Concat(syntax.ChildrenIn(child, "det")).Any(inner => syntax.Lemma(inner) == "no");
            }
            else if (syntax.Is(child, "nsubj"))
            {
                // "Neither Mali nor Niger signed".
                negated |= syntax.Children(child).Any(inner => inner < child && syntax.Lemma(inner) is "neither" or "no") && !negated;
            }
            else if (syntax.Is(child, "mark") && syntax.Lemma(child) == "without")
            {
                negated = true;
            }
            else if (syntax.Is(child, "aux") || syntax.Is(child, "cop"))
            {
                mood = Stronger(mood, OfAuxiliary(syntax.Lemma(child)));
                isWould |= syntax.Lemma(child) is "would" or "'d";
                hasBe |= syntax.Lemma(child) == "be" && child < predicate && syntax[child].Xpos is "VBZ" or "VBD" or "VBP";
                past |= syntax[child].Xpos == "VBD";
            }
            else if (syntax.Is(child, "mark") && syntax.Lemma(child) == "to")
            {
                hasTo = true;
            }
        }

        if (mood == ClauseMood.Factual && hasTo)
        {
            mood = hasBe || HasToBe(syntax, predicate) || IsOfName(syntax, predicate) ? ClauseMood.Future : ClauseMood.Infinitive;
        }

        return new VerbForm(mood, negated, past && mood == ClauseMood.Factual, isWould && mood == ClauseMood.Possible);
    }

    private static ClauseMood OfAuxiliary(string lemma) => lemma switch
    {
        "will" or "shall" or "'ll" or "wo" => ClauseMood.Future,
        "could" or "can" or "might" or "may" or "would" or "'d" => ClauseMood.Possible,
        "should" or "must" or "ought" => ClauseMood.Necessary,
        _ => ClauseMood.Factual,
    };

    private static ClauseMood Stronger(ClauseMood left, ClauseMood right) => right == ClauseMood.Factual ? left : right;

    // "Sezer to visit Zagreb": the future of headlines.
    private static bool IsOfName(SentenceSyntax syntax, int predicate) =>
        syntax.Index == 0 && (syntax.Head(predicate) < 0 || (syntax.Is(predicate, "acl") && syntax[syntax.Head(predicate)].Upos == "PROPN"));

    // "is set to open", "is due to meet", "is scheduled to leave", "is expected to arrive", "is going to", "is to visit".
    private static bool HasToBe(SentenceSyntax syntax, int predicate)
    {
        var head = syntax.Head(predicate);
        return syntax.Is(predicate, "xcomp") && head >= 0
            && (syntax.Lemma(head) is "set" or "due" or "schedule" or "slate" or "be" or "expect" || syntax[head].Form is "going");
    }
}
