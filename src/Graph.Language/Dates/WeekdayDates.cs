namespace Graph.Language.Dates;

/// <summary>Days of the week: "Tuesday", "last Tuesday", "Tuesday morning", "Friday next week".</summary>
internal sealed class WeekdayDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i)
    {
        var shift = context.Word(i);
        if (shift.Kind == DateWordKind.Shift && context.IsKind(i + 1, DateWordKind.Weekday))
        {
            return DateMatch.OfDay(PartEnd(context, i + 2), Shifted(context, i, context.Word(i + 1).Value, (Shift)shift.Value), "shifted-weekday");
        }

        if (!context.IsKind(i, DateWordKind.Weekday))
        {
            return null;
        }

        var weekday = context.Word(i).Value;
        var end = PartEnd(context, i + 1);
        var week = context.Is(end, "of") ? end + 1 : end;
        if (context.IsKind(week, DateWordKind.Shift) && context.IsUnit(week + 1, out var unit) && unit == TimeUnit.Week)
        {
            return DateMatch.OfDay(week + 2, OfWeek(context, weekday, (Shift)context.Word(week).Value), "weekday-of-week");
        }

        return DateMatch.OfDay(end, context.Anchor is { } anchor ? CalendarMath.Weekday(anchor, weekday, context.Tense(i)) : null, "weekday");
    }

    private static int PartEnd(in DateContext context, int end) => context.IsKind(end, DateWordKind.Part) ? end + 1 : end;

    private static DateOnly? OfWeek(in DateContext context, int weekday, Shift shift)
    {
        if (context.Anchor is not { } anchor || shift == Shift.Following)
        {
            return null;
        }

        var weeks = shift switch { Shift.Past or Shift.Last => -1, Shift.This => 0, _ => 1 };
        return CalendarMath.Monday(anchor).AddDays(7 * weeks + weekday - 1);
    }

    /// <summary>"Last" is before the document date, "next" in the week after, "this" on the side of the tense.</summary>
    private static DateOnly? Shifted(in DateContext context, int i, int weekday, Shift shift)
    {
        if (context.Anchor is not { } anchor)
        {
            return null;
        }

        return shift switch
        {
            Shift.Last or Shift.Past => CalendarMath.Weekday(anchor.AddDays(-1), weekday, Tense.Past),
            Shift.This => CalendarMath.Weekday(anchor, weekday, context.Tense(i)),
            Shift.Next => CalendarMath.Monday(anchor).AddDays(6 + weekday),
            Shift.Coming => CalendarMath.Weekday(anchor.AddDays(1), weekday, Tense.Future),
            _ => null,
        };
    }
}
