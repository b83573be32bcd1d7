namespace Graph.Language.Models;

/// <summary>Classes of the signed distance between a word and its head; near ones are told apart exactly.</summary>
internal static class ArcDistance
{
    /// <summary>The class of an arc from the root.</summary>
    public const int Root = 16;

    /// <summary>Number of classes.</summary>
    public const int Count = 17;

    private const int PerSide = 8;

    /// <summary>The class of a distance.</summary>
    /// <param name="distance">Position of the dependant less that of the head; not 0.</param>
    public static int Of(int distance)
    {
        var length = Math.Abs(distance);
        var side = length switch
        {
            <= 4 => length - 1,
            <= 6 => 4,
            <= 9 => 5,
            <= 14 => 6,
            _ => 7,
        };
        return distance > 0 ? side : PerSide + side;
    }
}
