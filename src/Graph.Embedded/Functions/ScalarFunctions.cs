using System.Collections.Frozen;

namespace Graph.Embedded.Functions;

/// <summary>The built-in functions of values, by name.</summary>
internal static class ScalarFunctions
{
    private static readonly FrozenDictionary<string, ScalarFunction> ByName = All().ToFrozenDictionary(
        static function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every function, in no particular order.</summary>
    public static IEnumerable<ScalarFunction> Every => ByName.Values;

    /// <summary>The function of a name in any case; null where there is none.</summary>
    public static ScalarFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<ScalarFunction> All() =>
    [
        .. MathFunctions.All, .. TextFunctions.All, .. ListFunctions.All, .. ConversionFunctions.All,
        .. TemporalFunctions.All, .. DurationFunctions.All, .. SpatialFunctions.All, .. VectorFunctions.All,
    ];
}
