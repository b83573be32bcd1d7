using Graph.Extraction.Mentions;
using Graph.Extraction.Syntax;
using Graph.Language;

namespace Graph.Extraction.Events;

/// <summary>Finds the date expression that says when something happens.</summary>
internal static class EventDates
{
    /// <summary>The date inside a noun phrase ("Tuesday's meeting"), else that of the clause whose subject, object or oblique it is.</summary>
    public static DateExpression? OfNoun(SentenceSyntax syntax, TextMention phrase)
    {
        var own = syntax.Sentence.Dates.FirstOrDefault(date => Governor(syntax, date) == phrase.Head || (date.First >= phrase.First && date.End <= phrase.End));
        if (own is not null)
        {
            return own;
        }

        var head = syntax.Head(phrase.Head);
        var isArgument = syntax.Is(phrase.Head, "nsubj") || syntax.Is(phrase.Head, "obj");
        return head >= 0 && isArgument && syntax.IsVerb(head) ? OfVerb(syntax, head) : null;
    }

    /// <summary>The date of a clause: one that hangs from its verb, or from the verb it is coordinated with.</summary>
    public static DateExpression? OfVerb(SentenceSyntax syntax, int verb)
    {
        var own = syntax.Sentence.Dates.FirstOrDefault(date => Governor(syntax, date) == verb);
        var shares = syntax.Is(verb, "conj") || syntax.Is(verb, "xcomp") || (syntax.Is(verb, "advcl") && syntax[verb].Xpos == "VB");
        return own is null && shares && syntax.Head(verb) is var head && syntax.IsVerb(head) ? OfVerb(syntax, head) : own;
    }

    /// <summary>The date as a property: with its precision.</summary>
    public static void Write(DateExpression date, IDictionary<string, object> properties)
    {
        if (date.Value is { } value)
        {
            properties["date"] = value;
            properties["datePrecision"] = date.Precision.ToString().ToLowerInvariant();
        }
    }

    private static int Governor(SentenceSyntax syntax, DateExpression date) => syntax.Head(syntax.HeadOf(date.First, date.End));
}
