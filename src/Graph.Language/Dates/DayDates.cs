namespace Graph.Language.Dates;

/// <summary>Days seen from the document date: "yesterday", "overnight", "last night", "on the 5th", "the same day".</summary>
internal sealed class DayDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i) =>
        Named(context, i) ?? Night(context, i) ?? DayOfMonth(context, i) ?? Elsewhere(context, i);

    private static DateMatch? Named(in DateContext context, int i)
    {
        if (context.Is(i, "the") && context.Is(i + 1, "day") && context.Is(i + 2, "before", "after") && context.Is(i + 3, "yesterday", "tomorrow"))
        {
            return DateMatch.OfDay(i + 4, context.Anchor?.AddDays(context.Is(i + 3, "yesterday") ? -2 : 2), "day-beside");
        }

        var word = context.Word(i);
        if (word.Kind != DateWordKind.Day)
        {
            return null;
        }

        var end = context.IsKind(i + 1, DateWordKind.Part) ? i + 2 : i + 1;
        return DateMatch.OfDay(end, context.Anchor?.AddDays(word.Value), "relative-day");
    }

    private static DateMatch? Night(in DateContext context, int i)
    {
        if (context.Is(i, "overnight") && (i + 1 == context.Count || context[i + 1].Xpos is not ("NN" or "NNS") || context[i].Xpos is "RB"))
        {
            return NightInto(context, i + 1, "overnight");
        }

        if (context.Is(i, "last") && context.Is(i + 1, "night", "evening"))
        {
            return context.Is(i + 1, "night")
                ? NightInto(context, i + 2, "last-night")
                : DateMatch.OfDay(i + 2, context.Anchor?.AddDays(-1), "relative-day");
        }

        return context.Is(i, "this") && context.IsKind(i + 1, DateWordKind.Part)
            ? DateMatch.OfDay(i + 2, context.Anchor, "relative-day")
            : null;
    }

    /// <summary>The night into the document date.</summary>
    private static DateMatch NightInto(in DateContext context, int end, string rule) =>
        DateMatch.OfInterval(end, context.Anchor is { } day ? (day.AddDays(-1), day) : null, rule);

    private static DateMatch? DayOfMonth(in DateContext context, int i)
    {
        if (!context.Is(i, "the") || !context.Is(i - 1, "on", "by", "until", "from") || !context.IsKind(i + 1, DateWordKind.Ordinal)
            || !char.IsAsciiDigit(context[i + 1].Form[0]) || (i + 2 < context.Count && context[i + 2].Upos is "NOUN" or "ADJ" or "PROPN"))
        {
            return null;
        }

        var day = context.Word(i + 1).Value;
        return day is 0 or > 31 ? null : DateMatch.OfDay(i + 2, Nearest(context, day, context.Tense(i + 1)), "day-of-running-month");
    }

    private static DateOnly? Nearest(in DateContext context, int day, Tense tense)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        var step = tense == Tense.Past ? -1 : 1;
        var month = new DateOnly(anchor.Year, anchor.Month, 1);
        for (var tries = 0; tries < 4; tries++, month = month.AddMonths(step))
        {
            if (CalendarMath.Day(month.Year, month.Month, day) is { } date && (tense == Tense.Past ? date <= anchor : date >= anchor))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Times counted from another time of the text.</summary>
    private static DateMatch? Elsewhere(in DateContext context, int i) =>
        context.Is(i, "the") && context.Is(i + 1, "same", "following", "previous", "next") && context.Is(i + 2, "day", "week", "month", "year", "morning", "evening", "night")
            && !(context.Is(i + 1, "previous", "next") && !context.Is(i + 2, "day", "morning", "evening", "night"))
            ? DateMatch.Unresolved(i + 3, PrecisionOf(context, i + 2), "other-anchor")
            : null;

    private static DatePrecision PrecisionOf(in DateContext context, int i) =>
        context.IsUnit(i, out var unit)
            ? unit switch
            {
                TimeUnit.Month => DatePrecision.Month,
                TimeUnit.Year => DatePrecision.Year,
                TimeUnit.Week => DatePrecision.Interval,
                _ => DatePrecision.Day,
            }
            : DatePrecision.Day;
}
