using System.Collections.Immutable;

namespace Graph.Language.Dates;

/// <summary>Finds date expressions and resolves them against the document date.</summary>
/// <remarks>
/// Rules of the ontology, 2.6: a bare weekday in the past tense is the most recent such day not after the document
/// date, in the future tense the next; weeks are ISO weeks; a day without a year is nearest to and not after the
/// document date unless the tense is future. Instances hold no state and may be shared between threads.
/// </remarks>
public sealed class DateFinder
{
    private readonly DateVocabulary vocabulary;
    private readonly ClauseTense tenses;

    // Of two expressions that begin at one token the longer wins, of equally long ones the earlier in this list.
    private readonly ImmutableArray<IDateRule> rules =
        [new CalendarDates(), new WeekdayDates(), new DayDates(), new PeriodDates(), new DistanceDates(), new YearDates()];

    public DateFinder()
    {
        vocabulary = new DateVocabulary();
        tenses = new ClauseTense(vocabulary);
    }

    /// <summary>The date expressions of a sentence in text order, not overlapping.</summary>
    /// <param name="tokens">Tagged tokens; where they have no tree, the nearest verb gives the tense.</param>
    /// <param name="documentDate">What relative expressions count from; without it they stay unresolved.</param>
    public ImmutableArray<DateExpression> Find(ReadOnlySpan<Token> tokens, DateOnly? documentDate)
    {
        var context = new DateContext(tokens, documentDate, vocabulary, tenses);
        ImmutableArray<DateExpression>.Builder? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (Longest(context, i) is { } match)
            {
                found ??= ImmutableArray.CreateBuilder<DateExpression>();
                found.Add(new DateExpression(i, match.End, match.Value, match.Precision, match.Rule));
                i = match.End - 1;
            }
        }

        return found?.ToImmutable() ?? [];
    }

    private DateMatch? Longest(in DateContext context, int i)
    {
        DateMatch? longest = null;
        foreach (var rule in rules)
        {
            if (rule.Match(context, i) is { } match && (longest is null || match.End > longest.Value.End))
            {
                longest = match;
            }
        }

        return longest;
    }
}
