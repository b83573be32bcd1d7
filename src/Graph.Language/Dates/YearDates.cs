using System.Globalization;

namespace Graph.Language.Dates;

/// <summary>Years and decades: "in 2014", "2014-2016", "early 2022", "the 1990s".</summary>
internal sealed class YearDates : IDateRule
{
    public DateMatch? Match(in DateContext context, int i) => Decade(context, i) ?? Years(context, i);

    private static DateMatch? Years(in DateContext context, int i)
    {
        var at = context.Is(i, "early", "late", "mid") ? i + 1 : i;
        var form = at < context.Count ? context[at].Form : "";
        if (at == i && form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && form.Length == 8
            && context.WordOf(form[4..]) is { Kind: DateWordKind.Number } mid)
        {
            return DateMatch.OfYear(i + 1, mid.Value, "year");
        }

        if (!context.IsYear(at, out var year) || (at == i && !IsAskedFor(context, i) && !IsRange(context, i)) || context.Is(at + 1, "%", "percent", "million"))
        {
            return null;
        }

        var isRange = IsRange(context, at) || (context.Is(at + 1, "to", "until", "and") && context.Is(i - 1, "from", "between"));
        return isRange && context.IsYear(at + 2, out var last) && last > year
            ? DateMatch.OfInterval(at + 3, CalendarMath.Years(year, last), "years")
            : DateMatch.OfYear(at + 1, year, "year");
    }

    private static bool IsRange(in DateContext context, int i) =>
        context.IsDash(i + 1) && context.IsYear(i + 2, out var last) && last > context.Word(i).Value;

    /// <summary>Four figures are a year where a word before asks for a time and no counted noun follows ("2000 people").</summary>
    private static bool IsAskedFor(in DateContext context, int i)
    {
        if (i + 1 < context.Count && context[i + 1].Xpos is "NNS" or "NN" && !context.IsKind(i + 1, DateWordKind.Month))
        {
            return context.Is(i - 1, "the", "a", "its", "his", "their") && context.Word(i).Value is >= 1900 and <= 2099 && context[i + 1].Xpos == "NN";
        }

        return context.Is(i - 1, "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "around", "circa", "to", "for", "throughout", "between", "year", "and")
            || (context.Is(i - 1, "(") && context.Is(i + 1, ")", ",", "-", "\u2013"))
            || context.Is(i + 1, "'s", "\u2019s");
    }

    private static DateMatch? Decade(in DateContext context, int i)
    {
        var form = context[i].Form;
        if (form.Length > 5 && form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase))
        {
            form = form[4..];
        }

        var figures = form.TrimStart('\'', '\u2019');
        if (!figures.EndsWith("0s", StringComparison.Ordinal) && !figures.EndsWith("0's", StringComparison.Ordinal))
        {
            return null;
        }

        var length = figures.Length - (figures[^2] == '\'' ? 2 : 1);
        var isShort = length == 2 && (figures != form || context.Is(i - 1, "the"));
        if (!int.TryParse(figures.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || (length != 4 && !isShort))
        {
            return null;
        }

        // "the '90s" of nobody alive are those of the last century but for the first two decades.
        year = length == 4 ? year : year < 30 ? 2000 + year : 1900 + year;
        return DateMatch.OfInterval(i + 1, CalendarMath.Years(year, year + 9), "decade");
    }
}
