namespace Graph.Language.Models;

/// <summary>Finds the greatest of some numbers.</summary>
internal static class Greatest
{
    /// <summary>Index of the greatest number; of equal ones the first.</summary>
    public static int IndexOf(ReadOnlySpan<float> values)
    {
        var best = 0;
        var greatest = values[0];
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] > greatest)
            {
                greatest = values[i];
                best = i;
            }
        }

        return best;
    }
}
