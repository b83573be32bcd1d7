using System.Collections.Immutable;
using Graph.Extraction.Entities;
using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Metonymy;

/// <summary>Decides by syntax whether the name of a capital or seat of power means the place or the government.</summary>
/// <remarks>The reading and the lexicon line that made it stay on the mention, so that both can be seen and overruled.</remarks>
internal sealed class MetonymyReader(ArticleContext context)
{
    /// <summary>The mention with its reading; other mentions unchanged.</summary>
    public TextMention Read(TextMention mention)
    {
        if (!mention.IsCapital && mention.Seat is null)
        {
            return mention;
        }

        var syntax = context.Sentences[mention.Sentence];
        var (reading, rule) = Decide(syntax, mention);
        if (reading == MetonymyTable.Place)
        {
            return mention.With(kind: EntityKind.Place, reading: reading, rule: rule);
        }

        var kind = mention.Seat is { IsOrganisation: true } ? EntityKind.Organisation : EntityKind.State;
        return mention.With(kind: kind, reading: reading, rule: rule);
    }

    private static readonly ImmutableHashSet<string> Attitudes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "open", "ready", "willing", "unwilling", "prepared", "committed", "opposed", "concerned", "confident", "eager", "reluctant", "determined", "keen",
        "aware", "grateful", "responsible", "hopeful", "wary", "worried", "angry", "unhappy", "satisfied", "certain", "sure", "interested", "alarmed", "skeptical", "sceptical",
        "disappointed", "optimistic", "pessimistic", "furious", "adamant", "cautious", "supportive", "guilty");

    private (string Reading, string Rule) Decide(SentenceSyntax syntax, TextMention mention)
    {
        if (IsDateline(syntax, mention))
        {
            return (MetonymyTable.Place, "metonymy.dateline");
        }

        // "in Brussels, Belgium": a name that its state explains is a place.
        if (mention.End + 1 < syntax.Count && syntax[mention.End].Form == ","
            && context.Gazetteer.StatesNamed(syntax[mention.End + 1].Form).Any(state => state == mention.State))
        {
            return (MetonymyTable.Place, "metonymy.with-state");
        }

        var (relation, governor) = Position(syntax, mention.Head);
        if (context.Lexicon.Metonymy.Read(relation, governor) is { } decided)
        {
            return decided;
        }

        var government = mention.Seat is not null || context.Lexicon.Metonymy.StandsForGovernment(context.Text(mention.Sentence, mention.First, mention.End));
        return (government ? MetonymyTable.Government : MetonymyTable.Place, "metonymy.default");
    }

    private static (string Relation, string Governor) Position(SentenceSyntax syntax, int token)
    {
        // A coordinated name is read as the first of its row: "between Moscow and Kyiv".
        while (syntax.Is(token, "conj") && syntax.IsNoun(syntax.Head(token)))
        {
            token = syntax.Head(token);
        }

        var head = syntax.Head(token);
        var governor = head < 0 ? "" : syntax.Lemma(head);
        var preposition = syntax.Preposition(token);
        if (preposition.Length > 0)
        {
            return (preposition, governor);
        }

        if (syntax.Is(token, "nsubj") || syntax[token].Deprel == "obl:agent")
        {
            // "Moscow is the capital": what is said of it by a noun is said of the place.
            // But "Copenhagen is ready to sign" tells what its government is.
            return ("subj", syntax.Child(head, "cop") < 0 ? governor : Attitudes.Contains(governor) ? "be " + governor : "be");
        }

        return syntax[token].Deprel switch
        {
            "obj" or "iobj" => ("obj", governor),
            "nmod:poss" => ("poss", governor),
            "compound" or "amod" or "nmod:desc" => ("compound", OuterNoun(syntax, head)),
            "appos" => ("appos", governor),
            _ => ("", governor),
        };
    }

    // "a Kabul car bombing": the bombing is in Kabul, whatever the parser hangs it from.
    private static string OuterNoun(SentenceSyntax syntax, int noun)
    {
        while (noun >= 0 && syntax.Is(noun, "compound") && syntax.Head(noun) > noun)
        {
            noun = syntax.Head(noun);
        }

        return noun < 0 ? "" : syntax.Lemma(noun);
    }

    // "MOSCOW (Reuters) - ...", "ADEN, 12 March - ...".
    private static bool IsDateline(SentenceSyntax syntax, TextMention mention) =>
        mention.First == 0 && mention.End < syntax.Count
        && (syntax.Sentence.DatelineLength > 0 || syntax[mention.End].Form is "—" or "–" or "(" or "-" or "--" || (syntax[mention.End].Form is "," && syntax[0].Form.Length > 3 && syntax[0].Form.All(char.IsUpper)));
}
