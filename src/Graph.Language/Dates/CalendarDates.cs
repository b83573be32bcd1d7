namespace Graph.Language.Dates;

/// <summary>Days and months by their names: "Feb. 28", "6 July 2021", "March 3-5", "February 2022", "mid-August".</summary>
internal sealed class CalendarDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i)
    {
        if (context.IsKind(i, DateWordKind.Weekday))
        {
            var day = context.Is(i + 1, ",") ? i + 2 : i + 1;
            day = context.Is(day, "the") ? day + 1 : day;
            return Dated(context, day, i, context.Word(i).Value);
        }

        if (context.Is(i, "the") && context.IsKind(i + 1, DateWordKind.Ordinal))
        {
            return Dated(context, i + 1, i, weekday: 0);
        }

        return Dated(context, i, i, weekday: 0) ?? Numeric(context, i) ?? Month(context, i);
    }

    /// <summary>A day with its month, in either order.</summary>
    private static DateMatch? Dated(in DateContext context, int i, int first, int weekday)
    {
        if (context.IsKind(i, DateWordKind.Month) && context.IsDay(i + 1, out var day) && !IsCounted(context, i + 1))
        {
            return MonthFirst(context, i, day, first, weekday);
        }

        if (!context.IsDay(i, out day))
        {
            return null;
        }

        var month = context.Is(i + 1, "of") ? i + 2 : i + 1;
        var last = day;
        if (context.IsDash(i + 1) && context.IsFigure(i + 2, day + 1, 31, out var end))
        {
            (last, month) = (end, i + 3);
        }

        return context.IsKind(month, DateWordKind.Month)
            ? Days(context, first, month + 1, context.Word(month).Value, day, last, weekday)
            : null;
    }

    /// <summary>"May 3,000 people": no day; "March 5 million" neither.</summary>
    private static bool IsCounted(in DateContext context, int i) => context.Is(i + 1, "million", "billion", "percent", "%");

    private static DateMatch? MonthFirst(in DateContext context, int i, int day, int first, int weekday)
    {
        var month = context.Word(i).Value;
        if (!context.IsDash(i + 2) && !context.Is(i + 2, "to", "through"))
        {
            return Days(context, first, i + 2, month, day, day, weekday);
        }

        if (context.IsFigure(i + 3, day + 1, 31, out var last) && !IsCounted(context, i + 3))
        {
            return Days(context, first, i + 4, month, day, last, weekday);
        }

        return context.IsKind(i + 3, DateWordKind.Month) && context.IsDay(i + 4, out last)
            ? AcrossMonths(context, first, i + 5, (month, day), (context.Word(i + 3).Value, last))
            : Days(context, first, i + 2, month, day, day, weekday);
    }

    private static DateMatch? Days(in DateContext context, int first, int end, int month, int day, int last, int weekday)
    {
        var year = YearAfter(context, ref end) ?? Year(context, first, month, day, weekday);
        var rule = day == last ? "day-of-month" : "days-of-month";
        if (year is null)
        {
            return DateMatch.Unresolved(end, day == last ? DatePrecision.Day : DatePrecision.Interval, rule);
        }

        return (CalendarMath.Day(year.Value, month, day), CalendarMath.Day(year.Value, month, last)) switch
        {
            ({ } from, { } to) => day == last ? DateMatch.OfDay(end, from, rule) : DateMatch.OfInterval(end, (from, to), rule),
            _ => null,
        };
    }

    private static DateMatch? AcrossMonths(in DateContext context, int first, int end, (int Month, int Day) from, (int Month, int Day) to)
    {
        var year = YearAfter(context, ref end) ?? Year(context, first, from.Month, from.Day, weekday: 0);
        if (year is null)
        {
            return DateMatch.Unresolved(end, DatePrecision.Interval, "days-across-months");
        }

        var last = year.Value + (to.CompareTo(from) < 0 ? 1 : 0);
        return CalendarMath.Day(year.Value, from.Month, from.Day) is { } start && CalendarMath.Day(last, to.Month, to.Day) is { } stop
            ? DateMatch.OfInterval(end, (start, stop), "days-across-months")
            : null;
    }

    /// <summary>The year written behind, with or without a comma.</summary>
    private static int? YearAfter(in DateContext context, ref int end)
    {
        var i = context.Is(end, ",") ? end + 1 : end;
        if (!context.IsYear(i, out var year))
        {
            return null;
        }

        end = i + 1;
        return year;
    }

    /// <summary>Without a year: nearest to the document date; a weekday that does not fit shows that it is the year beside.</summary>
    private static int? Year(in DateContext context, int first, int month, int day, int weekday)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        var year = CalendarMath.NearestYear(anchor, month, day, context.Tense(first));
        foreach (var candidate in (ReadOnlySpan<int>)[year, year + 1, year - 1])
        {
            if (weekday > 0 && CalendarMath.Day(candidate, month, day) is { } date && CalendarMath.IsoWeekday(date) == weekday)
            {
                return candidate;
            }
        }

        return year;
    }

    /// <summary>"2031-03-14" is ISO, "3/14/2031" American.</summary>
    private static DateMatch? Numeric(in DateContext context, int i)
    {
        var form = context[i].Form;
        if (form.Length is < 8 or > 10 || !char.IsAsciiDigit(form[0]))
        {
            return null;
        }

        var separator = form.Contains('/', StringComparison.Ordinal) ? '/' : '-';
        Span<Range> parts = stackalloc Range[4];
        if (form.AsSpan().Split(parts, separator) != 3
            || !int.TryParse(form.AsSpan(parts[0]), out var a)
            || !int.TryParse(form.AsSpan(parts[1]), out var b)
            || !int.TryParse(form.AsSpan(parts[2]), out var c))
        {
            return null;
        }

        var day = a > 999 ? CalendarMath.Day(a, b, c) : c > 999 ? CalendarMath.Day(c, a, b) : null;
        return day is null ? null : DateMatch.OfDay(i + 1, day, "numeric-date");
    }

    private static DateMatch? Month(in DateContext context, int i)
    {
        var (month, end) = (0, i + 1);
        if (context.Is(i, "early", "late", "mid") && context.IsKind(i + 1, DateWordKind.Month))
        {
            (month, end) = (context.Word(i + 1).Value, i + 2);
        }
        else if (context[i].Form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)
            && context.WordOf(context[i].Form[4..]) is { Kind: DateWordKind.Month } mid)
        {
            month = mid.Value;
        }
        else if (context.IsKind(i, DateWordKind.Month))
        {
            month = context.Word(i).Value;
        }

        if (month == 0)
        {
            return null;
        }

        end = context.Is(end, "of") && context.IsYear(end + 1, out _) ? end + 1 : end;
        if (YearAfter(context, ref end) is { } year)
        {
            return DateMatch.OfMonth(end, new DateOnly(year, month, 1), "month-of-year");
        }

        return IsBareMonth(context, i)
            ? DateMatch.OfMonth(end, context.Anchor is { } anchor ? CalendarMath.NearestMonth(anchor, month, context.Tense(i)) : null, "month")
            : null;
    }

    /// <summary>"April Ryan" and "March said" are no dates: a month alone needs a word before it that asks for a time.</summary>
    private static bool IsBareMonth(in DateContext context, int i) =>
        !context.Is(i, "early", "late", "mid") && context.IsKind(i, DateWordKind.Month)
            ? context.Is(i - 1, "in", "since", "until", "till", "by", "during", "of", "from", "through", "before", "after", "to", "and", "between", "throughout")
                || context.Is(i + 1, "'s", "\u2019s")
            : true;
}
