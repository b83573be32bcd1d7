namespace Graph.Language.Dates;

/// <summary>Weeks, months, years and seasons seen from the document date: "last week", "earlier this month", "the past decade", "last summer".</summary>
internal sealed class PeriodDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i)
    {
        var at = context.IsKind(i, DateWordKind.PartOf) ? i + 1 : i;
        return Shifted(context, at) ?? (at == i ? Quarter(context, i) ?? Season(context, i) ?? Weekend(context, i) : null);
    }

    private static DateMatch? Shifted(in DateContext context, int i)
    {
        var word = context.Word(i);
        if (word.Kind != DateWordKind.Shift)
        {
            return null;
        }

        var shift = (Shift)word.Value;
        if (context.IsUnit(i + 1, out var unit) && unit is not (TimeUnit.Day or TimeUnit.Hour))
        {
            return Period(context, i, shift, unit, context.Is(i - 1, "the", "over"));
        }

        if (context.IsKind(i + 1, DateWordKind.Number) && context.IsUnit(i + 2, out unit) && shift != Shift.Following)
        {
            return Stretch(context, i + 3, shift, context.Word(i + 1).Value, unit);
        }

        if (context.IsKind(i + 1, DateWordKind.Season) && shift is Shift.Last or Shift.This or Shift.Next)
        {
            return DateMatch.OfInterval(i + 2, ShiftedSeason(context, context.Word(i + 1).Value, shift), "shifted-season");
        }

        return context.IsKind(i + 1, DateWordKind.Month) && shift is Shift.Last or Shift.This or Shift.Next
            ? DateMatch.OfMonth(i + 2, ShiftedMonth(context, context.Word(i + 1).Value, shift), "shifted-month")
            : Vague(context, i, shift);
    }

    /// <summary>"The coming days", "the past few weeks": a time, but nobody says how long.</summary>
    private static DateMatch? Vague(in DateContext context, int i, Shift shift)
    {
        var at = context.IsKind(i + 1, DateWordKind.Vague) ? i + 2 : i + 1;
        return shift is not Shift.Following && context.IsUnit(at, out var unit) && unit is not TimeUnit.Hour && (at > i + 1 || context[at].Form.EndsWith('s'))
            ? DateMatch.Unresolved(at + 1, DatePrecision.Interval, "vague-period")
            : null;
    }

    private static DateMatch Period(in DateContext context, int i, Shift shift, TimeUnit unit, bool hasArticle)
    {
        var end = i + 2;
        if (context[i + 1].Form.EndsWith('s'))
        {
            return DateMatch.Unresolved(end, DatePrecision.Interval, "vague-period");
        }

        if (shift is Shift.Past or Shift.Coming || (unit == TimeUnit.Decade && shift == Shift.Last))
        {
            return Stretch(context, end, shift, 1, unit);
        }

        if (context.Anchor is not { } anchor || shift == Shift.Following || (hasArticle && shift == Shift.Next && unit != TimeUnit.Weekend))
        {
            return DateMatch.Unresolved(end, Precision(unit), "period");
        }

        var steps = (int)shift;
        return unit switch
        {
            TimeUnit.Week => DateMatch.OfInterval(end, CalendarMath.Week(anchor.AddDays(7 * steps)), "week"),
            TimeUnit.Month => DateMatch.OfMonth(end, anchor.AddMonths(steps), "relative-month"),
            TimeUnit.Year => DateMatch.OfYear(end, anchor.Year + steps, "relative-year"),
            TimeUnit.Quarter => DateMatch.OfInterval(end, QuarterOf(anchor.AddMonths(3 * steps)), "quarter"),
            TimeUnit.Weekend => DateMatch.OfInterval(end, ShiftedWeekend(context, i, anchor, shift), "weekend"),
            TimeUnit.Decade => DateMatch.OfInterval(end, CalendarMath.Years(anchor.Year / 10 * 10 + 10 * steps, anchor.Year / 10 * 10 + 10 * steps + 9), "decade"),
            TimeUnit.Century => DateMatch.OfInterval(end, CalendarMath.Years(Century(anchor) + 100 * steps, Century(anchor) + 100 * steps + 99), "century"),
            _ => DateMatch.Unresolved(end, DatePrecision.Interval, "period"),
        };
    }

    private static int Century(DateOnly anchor) => (anchor.Year - 1) / 100 * 100 + 1;

    private static DatePrecision Precision(TimeUnit unit) =>
        unit switch { TimeUnit.Month => DatePrecision.Month, TimeUnit.Year => DatePrecision.Year, _ => DatePrecision.Interval };

    /// <summary>A stretch of time that ends or begins at the document date.</summary>
    private static DateMatch Stretch(in DateContext context, int end, Shift shift, int count, TimeUnit unit)
    {
        if (context.Anchor is not { } anchor || shift == Shift.This)
        {
            return DateMatch.Unresolved(end, DatePrecision.Interval, "stretch");
        }

        var isPast = shift is Shift.Past or Shift.Last;
        var other = TimeMath.Add(anchor, isPast ? -count : count, unit);
        return DateMatch.OfInterval(end, isPast ? (other, anchor) : (anchor, other), "stretch");
    }

    private static (DateOnly, DateOnly) QuarterOf(DateOnly day) => CalendarMath.Quarter(day.Year, (day.Month + 2) / 3);

    private static (DateOnly, DateOnly) ShiftedWeekend(in DateContext context, int i, DateOnly anchor, Shift shift) =>
        shift switch
        {
            Shift.Last => CalendarMath.Weekend(CalendarMath.Monday(anchor).AddDays(-1), Tense.Past),
            Shift.Next => CalendarMath.Weekend(CalendarMath.Monday(anchor).AddDays(7), Tense.Future),
            _ => CalendarMath.Weekend(anchor, context.Tense(i)),
        };

    private static DateOnly? ShiftedMonth(in DateContext context, int month, Shift shift)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        return shift switch
        {
            Shift.Last => CalendarMath.NearestMonth(new DateOnly(anchor.Year, anchor.Month, 1).AddDays(-1), month, Tense.Past),
            Shift.Next => CalendarMath.NearestMonth(new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(1), month, Tense.Future),
            _ => new DateOnly(anchor.Year, month, 1),
        };
    }

    private static DateMatch? Quarter(in DateContext context, int i)
    {
        var at = context.Is(i, "the") ? i + 1 : i;
        if (!context.IsKind(at, DateWordKind.Ordinal) || context.Word(at).Value > 4 || !context.IsUnit(at + 1, out var unit) || unit != TimeUnit.Quarter)
        {
            return null;
        }

        var end = at + 2;
        var year = context.IsYear(context.Is(end, "of") ? end + 1 : end, out var told) ? told : context.Anchor?.Year;
        end = told > 999 ? (context.Is(end, "of") ? end + 2 : end + 1) : end;
        return DateMatch.OfInterval(end, year is { } known ? CalendarMath.Quarter(known, context.Word(at).Value) : null, "quarter");
    }

    private static DateMatch? Season(in DateContext context, int i)
    {
        var at = context.Is(i, "the") ? i + 1 : i;
        if (!context.IsKind(at, DateWordKind.Season))
        {
            return null;
        }

        var season = context.Word(at).Value;
        var yearAt = context.Is(at + 1, "of") ? at + 2 : at + 1;
        if (context.IsYear(yearAt, out var year))
        {
            return DateMatch.OfInterval(yearAt + 1, CalendarMath.Season(year, season), "season-of-year");
        }

        return context.Is(i - 1, "in", "during", "since", "by", "until", "over") && context[at].Xpos.StartsWith("NN", StringComparison.Ordinal)
            ? DateMatch.OfInterval(at + 1, NearestSeason(context, season, context.Tense(at)), "season")
            : null;
    }

    private static (DateOnly First, DateOnly Last)? NearestSeason(in DateContext context, int season, Tense tense)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        var span = CalendarMath.Season(anchor.Year - 1, season);
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            var candidate = CalendarMath.Season(year, season);
            if (tense == Tense.Past && candidate.First <= anchor)
            {
                span = candidate;
            }
            else if (tense == Tense.Future && candidate.Last >= anchor)
            {
                return candidate;
            }
        }

        return span;
    }

    private static (DateOnly, DateOnly)? ShiftedSeason(in DateContext context, int season, Shift shift)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        var running = NearestSeason(context, season, Tense.Past)!.Value;
        return shift switch
        {
            Shift.Last => running.Last < anchor ? running : CalendarMath.Season(running.First.Year - 1, season),
            Shift.Next => CalendarMath.Season(running.First.Year + 1, season),
            _ => running.Last >= anchor ? running : CalendarMath.Season(anchor.Year, season),
        };
    }

    /// <summary>"Over the weekend", "at the weekend".</summary>
    private static DateMatch? Weekend(in DateContext context, int i) =>
        context.Is(i, "the") && context.Is(i + 1, "weekend") && context.Is(i - 1, "over", "at", "on", "during")
            ? DateMatch.OfInterval(i + 2, context.Anchor is { } anchor ? CalendarMath.Weekend(anchor, context.Tense(i + 1)) : null, "weekend")
            : null;
}
