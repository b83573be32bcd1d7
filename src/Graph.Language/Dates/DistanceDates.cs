namespace Graph.Language.Dates;

/// <summary>Times at a distance: "two days ago", "in two weeks", "three years later".</summary>
/// <remarks>The unit says how exactly the time is known: "two weeks ago" is that week, "two years ago" that year.</remarks>
internal sealed class DistanceDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i)
    {
        if (context.Is(i, "in", "within") && Amount(context, i + 1, out var count, out var unit, out var end))
        {
            return Ahead(context, i, count, unit, end);
        }

        if (!Amount(context, i, out count, out unit, out end))
        {
            return null;
        }

        if (context.Is(end, "ago", "earlier", "before", "later", "after"))
        {
            var isKnown = context.Is(end, "ago");
            return isKnown && count > 0
                ? At(context, end + 1, -count, unit, "ago")
                : context.Is(end, "before", "after") ? null : DateMatch.Unresolved(end + 1, Precision(unit), isKnown ? "ago" : "other-anchor");
        }

        return context.Is(end, "from") && context.Is(end + 1, "now", "today")
            ? At(context, end + 2, count, unit, "from-now")
            : null;
    }

    /// <summary>"In two weeks" looks forward; "in three years" behind a finished verb is how long it took.</summary>
    private static DateMatch? Ahead(in DateContext context, int i, int count, TimeUnit unit, int end)
    {
        if (count == 0 || context.Tense(end - 1) == Tense.Past)
        {
            return null;
        }

        return context.Is(i, "within")
            ? DateMatch.OfInterval(end, context.Anchor is { } anchor ? (anchor, TimeMath.Add(anchor, count, unit)) : null, "within")
            : At(context, end, count, unit, "ahead");
    }

    private static DateMatch At(in DateContext context, int end, int count, TimeUnit unit, string rule)
    {
        if (context.Anchor is not { } anchor || count == 0)
        {
            return DateMatch.Unresolved(end, Precision(unit), rule);
        }

        var day = TimeMath.Add(anchor, count, unit);
        return unit switch
        {
            TimeUnit.Day or TimeUnit.Hour => DateMatch.OfDay(end, day, rule),
            TimeUnit.Week or TimeUnit.Fortnight => DateMatch.OfInterval(end, CalendarMath.Week(day), rule),
            TimeUnit.Month => DateMatch.OfMonth(end, day, rule),
            TimeUnit.Year => DateMatch.OfYear(end, day.Year, rule),
            TimeUnit.Decade => DateMatch.OfInterval(end, CalendarMath.Years(day.Year / 10 * 10, day.Year / 10 * 10 + 9), rule),
            _ => DateMatch.Unresolved(end, DatePrecision.Interval, rule),
        };
    }

    private static DatePrecision Precision(TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Day or TimeUnit.Hour => DatePrecision.Day,
            TimeUnit.Month => DatePrecision.Month,
            TimeUnit.Year => DatePrecision.Year,
            _ => DatePrecision.Interval,
        };

    /// <summary>A number with a unit of time; the number is 0 where it is vague ("several days").</summary>
    private static bool Amount(in DateContext context, int i, out int count, out TimeUnit unit, out int end)
    {
        (count, unit, end) = (0, TimeUnit.Day, i);
        if (context.Is(i, "a") && context.IsKind(i + 1, DateWordKind.Vague))
        {
            end = context.Is(i + 2, "of") ? i + 3 : i + 2;
        }
        else if (context.IsKind(i, DateWordKind.Number))
        {
            (count, end) = (context.Word(i).Value, i + 1);
        }
        else if (context.IsKind(i, DateWordKind.Vague))
        {
            end = i + 1;
        }
        else
        {
            return false;
        }

        return context.IsUnit(end++, out unit);
    }
}
