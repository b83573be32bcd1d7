namespace Graph.Language.Quantities;

/// <summary>What a phrase does in a quantity.</summary>
internal enum QuantityWordKind : byte
{
    None,

    /// <summary>Its value.</summary>
    Number,

    /// <summary>Multiplies the number before it: "million".</summary>
    Multiplier,

    /// <summary>A number in the plural, at least its value: "hundreds".</summary>
    Plural,

    /// <summary>One part of so many: "half", "thirds".</summary>
    Fraction,
    About,
    AtLeast,
    AtMost,

    /// <summary>Behind the number: "or so".</summary>
    AfterAbout,
    AfterAtLeast,
    AfterAtMost,

    /// <summary>Before the number: "$".</summary>
    Sign,

    /// <summary>Behind the number: "%", "barrels per day".</summary>
    Unit,
}
