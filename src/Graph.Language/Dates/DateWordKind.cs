namespace Graph.Language.Dates;

/// <summary>What a word does in a date expression.</summary>
internal enum DateWordKind : byte
{
    None,

    /// <summary>Value 1 to 12.</summary>
    Month,

    /// <summary>Value 1 (Monday) to 7.</summary>
    Weekday,

    /// <summary>Value is a <see cref="TimeUnit"/>.</summary>
    Unit,

    /// <summary>Value is the number.</summary>
    Number,

    /// <summary>Value is the rank.</summary>
    Ordinal,

    /// <summary>Value 1 (spring) to 4 (winter).</summary>
    Season,

    /// <summary>Part of a day: "morning".</summary>
    Part,

    /// <summary>Value is the number of days from the document date: "yesterday" is -1.</summary>
    Day,

    /// <summary>Value is a <see cref="Shift"/>.</summary>
    Shift,

    /// <summary>Part of a longer time: "earlier", "late".</summary>
    PartOf,

    /// <summary>A number that is not told: "several".</summary>
    Vague,

    /// <summary>A verb that reports: its present tense tells of the past ("says Tuesday").</summary>
    Report,
}

/// <summary>Units of time; the values are those of the vocabulary file.</summary>
internal enum TimeUnit : byte
{
    Day = 1,
    Week = 2,
    Month = 3,
    Year = 4,
    Decade = 5,
    Century = 6,
    Quarter = 7,
    Weekend = 8,
    Hour = 9,
    Fortnight = 10,
}

/// <summary>Where a time lies from the document date; the values are those of the vocabulary file.</summary>
internal enum Shift
{
    /// <summary>A stretch that ends at the document date: "the past decade".</summary>
    Past = -2,
    Last = -1,
    This = 0,
    Next = 1,

    /// <summary>A stretch that begins at the document date: "the coming days".</summary>
    Coming = 2,

    /// <summary>Counted from another date of the text: "the following day".</summary>
    Following = 3,
}
