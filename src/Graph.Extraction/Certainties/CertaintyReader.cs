using Graph.Extraction.Attribution;
using Graph.Extraction.Entities;
using Graph.Extraction.Lexicon;
using Graph.Extraction.Syntax;
using Graph.Model;

namespace Graph.Extraction.Certainties;

/// <summary>Reads certainty off the way from a predicate to the root of its sentence.</summary>
/// <remarks>
/// What stands nearest decides: "said it would leave" is planned, "denied that it attacked" is denied. FactBank's scheme of
/// nested sources (Saurí and Pustejovsky, 2009) is the model; its values are folded to the graph's.
/// </remarks>
internal sealed class CertaintyReader(ArticleContext context, AttributionMap attribution)
{
    /// <summary>The reading of a predicate or noun.</summary>
    /// <param name="token">Its head.</param>
    /// <param name="isPresupposed">Whether the phrase takes its truth for granted ("the attack on Kyiv"): then only its own modifiers and who speaks count.</param>
    public CertaintyReading Read(int sentence, int token, bool isPresupposed = false)
    {
        var syntax = context.Sentences[sentence];
        Certainty? found = OfModifiers(syntax, token);
        var rule = found is null ? "" : "certainty.modifier";
        var speakers = new List<EntityDraft>();
        var isReported = false;
        var steps = 0;
        var isSettled = isPresupposed;
        for (var at = token; at >= 0 && steps++ < syntax.Count; at = syntax.Head(at))
        {
            if (found is null && (!isPresupposed || at != token && !syntax.IsNoun(token)))
            {
                (found, rule) = OfForm(syntax, at, at == token);
            }

            if (attribution.FrameOver(sentence, at) is { } frame && !syntax.IsAncestor(frame.Verb, token, below: at))
            {
                (found, rule, isReported) = OfFrame(frame, found, rule, isReported);
                speakers.AddRange(frame.Speakers.Where(speaker => !speakers.Contains(speaker)));
            }

            if (found is null && !isSettled)
            {
                (found, rule) = OfGovernor(syntax, at);
            }

            isSettled |= IsPresupposing(syntax, at);
        }

        if (attribution.QuotedAt(syntax, token) is { IsEmpty: false } quoted)
        {
            isReported = true;
            speakers.AddRange(quoted.Where(speaker => !speakers.Contains(speaker)));
        }

        if (found is null && syntax[syntax.Count - 1].Form == "?")
        {
            (found, rule) = (Certainty.Analysis, "certainty.question");
        }

        if (found is null && isReported)
        {
            (found, rule) = (Certainty.Reported, "certainty.speech");
        }

        return found is null && speakers.Count == 0
            ? CertaintyReading.Asserted
            : new CertaintyReading(found ?? Certainty.Asserted, [.. speakers], rule.Length == 0 ? "certainty.asserted" : rule);
    }

    // "committed to an end of the war that Russia began", "backed a plan proposed by France": what stands above says nothing
    // about it, unless the noun takes a clause of its own: "a claim that the army had left".
    private bool IsPresupposing(SentenceSyntax syntax, int token) =>
        (syntax[token].Deprel == "acl:relcl" || (syntax.Is(token, "acl") && syntax[token].Xpos == "VBN" && syntax.Children(token).Any(child => syntax[child].Deprel == "obl:agent" || syntax.Preposition(child) == "by")))
        && !syntax.ChildrenIn(token, "mark").Any(mark => syntax[mark].Upos == "SCONJ") && syntax.Head(token) is var noun && noun >= 0 && context.Lexicon.Cue(CueKind.Governor, syntax.Lemma(noun)) is null;

    private Certainty? OfModifiers(SentenceSyntax syntax, int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if ((syntax.Is(child, "amod") || syntax.Is(child, "advmod") || syntax.Is(child, "compound")) && context.Lexicon.Cue(CueKind.Modifier, syntax.Lemma(child)) is { } cue)
            {
                return cue.Certainty;
            }
        }

        var determiner = syntax.ChildrenIn(token, "det").Select(syntax.Lemma).FirstOrDefault(lemma => lemma is "no" or "any");
        return determiner switch
        {
            "no" => Certainty.Denied,
            "any" => Certainty.Analysis,
            _ => null,
        };
    }

    private (Certainty? Certainty, string Rule) OfForm(SentenceSyntax syntax, int token, bool isItself)
    {
        if (!syntax.IsVerb(token) && syntax.Child(token, "cop") < 0)
        {
            return (null, "");
        }

        var form = VerbForm.Of(syntax, token);
        if (form.IsNegated && isItself)
        {
            return (Certainty.Denied, "certainty.negation");
        }

        if (!isItself)
        {
            // A clause above marks what it governs only through a governor; a coordinated verb shares its auxiliary.
            return (null, "");
        }

        return Mood(syntax, token, form);
    }

    private (Certainty? Certainty, string Rule) Mood(SentenceSyntax syntax, int token, VerbForm form)
    {
        switch (form.Mood)
        {
            case ClauseMood.Future:
                return (Certainty.Planned, "certainty.future");
            case ClauseMood.Possible:
                // "said that he would travel": what was the future then.
                return form.IsWould && attribution.FrameOver(syntax.Index, token) is { Cue.Certainty: Certainty.Reported }
                    ? (Certainty.Planned, "certainty.future-of-past")
                    : (Certainty.Analysis, "certainty.possibility");
            case ClauseMood.Necessary:
                return (Certainty.Demanded, "certainty.necessity");
            default:
                if (IsComing(syntax, token))
                {
                    return (Certainty.Planned, "certainty.present-for-future");
                }

                var hasOwn = syntax.ChildrenIn(token, "aux").Any() || syntax[token].Xpos is "VBD" or "VBZ" or "VBP";
                return syntax.Is(token, "conj") && !hasOwn && syntax.Head(token) is var head && syntax.IsVerb(head)
                    ? Mood(syntax, head, VerbForm.Of(syntax, head))
                    : (null, "");
        }
    }

    // "is sending an envoy this week", "meets on Friday": a present with a date that is still to come.
    private bool IsComing(SentenceSyntax syntax, int token)
    {
        if (context.Document.Date is not { } today || !(syntax[token].Xpos is "VBZ" or "VBP" || (syntax[token].Xpos == "VBG" && syntax.ChildrenIn(token, "aux").Any(aux => syntax[aux].Xpos is "VBZ" or "VBP"))))
        {
            return false;
        }

        var (first, end) = syntax.Extent(token);
        return syntax.Sentence.Dates.Any(date => date.First >= first && date.End <= end && date.Value is { } value
            && string.CompareOrdinal(value[(value.IndexOf('/', StringComparison.Ordinal) + 1)..], today.ToString("yyyy-MM-dd")) > 0);
    }

    private static (Certainty? Certainty, string Rule, bool IsReported) OfFrame(SpeechFrame frame, Certainty? found, string rule, bool isReported)
    {
        if (found is not null)
        {
            return (found, rule, true);
        }

        return frame.Cue.Certainty switch
        {
            Certainty.Denied => (frame.IsNegated ? null : Certainty.Denied, "certainty.denial", true),
            Certainty.Reported => (null, rule, true),
            _ => (frame.Cue.Certainty, "certainty.speech." + frame.Cue.Effect, isReported),
        };
    }

    // The verb, noun or adjective above an infinitive, clause or object: "plans to", "the need for", "refused to".
    private (Certainty? Certainty, string Rule) OfGovernor(SentenceSyntax syntax, int token)
    {
        var head = syntax.Head(token);
        if (head < 0 || syntax.Is(token, "nsubj") || syntax.Is(token, "conj") || syntax[token].Deprel is "nmod:poss" or "acl:relcl" or "compound" or "appos")
        {
            return (null, "");
        }

        if (syntax.Is(token, "advcl"))
        {
            return OfAdverbial(syntax, token, head);
        }

        if (syntax.Is(token, "acl") && syntax[token].Xpos is "VBN" or "VBD")
        {
            // "the agreement signed by": a participle tells what has happened.
            return (null, "");
        }

        var isClausal = syntax.Is(token, "xcomp") || syntax.Is(token, "ccomp") || syntax.Is(token, "acl");
        var isNominal = syntax.Is(token, "obj") || syntax.Is(token, "nmod") || syntax.Is(token, "obl");
        if ((!isClausal && !isNominal) || context.Lexicon.Cue(CueKind.Governor, syntax.Lemma(head)) is not { } cue)
        {
            return (null, "");
        }

        if (cue.Certainty == Certainty.Planned && syntax.Is(token, "ccomp") && VerbForm.Of(syntax, token).IsPast)
        {
            // "announced that it had entered into an agreement": what is past is no plan any more.
            return (null, "");
        }

        // A finite clause under a noun of speech or judgement is what is said; "agreed to" negated is a refusal.
        var negated = syntax.IsVerb(head) && VerbForm.Of(syntax, head).IsNegated;
        return (negated && cue.Certainty != Certainty.Denied ? Certainty.Denied : cue.Certainty, "certainty.governor." + cue.Word);
    }

    private (Certainty? Certainty, string Rule) OfAdverbial(SentenceSyntax syntax, int token, int head)
    {
        var marks = syntax.ChildrenIn(token, "mark").Select(syntax.Lemma).ToList();
        if (marks.Exists(mark => mark is "if" or "unless" or "whether"))
        {
            return (Certainty.Analysis, "certainty.condition");
        }

        if (marks.Exists(mark => mark is "of" or "for") && syntax.Lemma(head) is "accuse" or "suspect" or "charge" or "blame" or "indict")
        {
            // "accused Rwanda of arming the rebels": an allegation.
            return (Certainty.Reported, "certainty.accusation");
        }

        if (!marks.Contains("to") || !syntax.IsVerb(head))
        {
            return (null, "");
        }

        // "called on Serbia to recognise Kosovo": the parser takes the complement for an adverbial.
        if (context.Lexicon.Cue(CueKind.Governor, syntax.Lemma(head)) is { Certainty: Certainty.Demanded or Certainty.Planned } cue)
        {
            return (cue.Certainty, "certainty.governor." + cue.Word);
        }

        var isOrder = marks.Count > 1 && marks.Contains("in");
        return isOrder || !VerbForm.Of(syntax, head).IsPast ? (Certainty.Planned, "certainty.purpose") : (null, "");
    }
}
