using System.Globalization;

namespace Graph.Language.Dates;

/// <summary>Writes dates by ISO 8601.</summary>
internal static class Iso
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Both days belong to it.</summary>
    public static string Interval(DateOnly first, DateOnly last) => Day(first) + "/" + Day(last);
}
