using System.Numerics;

namespace Graph.Language.Tokenisation;

/// <summary>The features of a possible sentence boundary, hashed to rows of the model.</summary>
internal static class BoundaryFeatures
{
    /// <summary>Rows of a model; a power of two.</summary>
    public const int Rows = 1 << 15;

    /// <summary>How many features every boundary has.</summary>
    public const int Count = 30;

    /// <summary>Writes <see cref="Count"/> rows.</summary>
    public static void Extract(in BoundaryWindow window, Span<int> rows)
    {
        var (a, b) = (window.Before, window.After);
        var (ka, kb) = ((uint)a.Kind, (uint)b.Kind);
        var length = Bucket(window.Length);
        var left = Bucket(window.Left);
        var spacing = (uint)window.Spacing;
        var open = (uint)window.OpenMarks;
        var stops = window.StopsInParagraph ? 1u : 0u;
        var kinds = (ka * 32 + kb) * 4 + spacing;

        rows[0] = Row(0, kinds, 0);
        rows[1] = Row(1, ka, 0);
        rows[2] = Row(2, kb, spacing);
        rows[3] = Row(3, a.Form, kb);
        rows[4] = Row(4, ka, b.Form);
        rows[5] = Row(5, a.Form, b.Form);
        rows[6] = Row(6, a.Form, 0);
        rows[7] = Row(7, b.Form, b.Shape);
        rows[8] = Row(8, a.Shape, b.Shape);
        rows[9] = Row(9, kinds, length);
        rows[10] = Row(10, kinds, left);
        rows[11] = Row(11, kinds, open);
        rows[12] = Row(12, kinds, (uint)window.SecondBefore.Kind);
        rows[13] = Row(13, kinds, (uint)window.SecondAfter.Kind);
        rows[14] = Row(14, ka, window.SecondBefore.Form);
        rows[15] = Row(15, kb, window.SecondAfter.Form);
        rows[16] = Row(16, ka * 32 + kb, window.SecondAfter.Suffix);
        rows[17] = Row(17, b.Form, window.SecondAfter.Form);
        rows[18] = Row(18, a.Form, window.SecondBefore.Form);
        rows[19] = Row(19, kinds, stops);
        rows[20] = Row(20, kinds * 32 + (uint)window.SecondBefore.Kind, (uint)window.SecondAfter.Kind);
        rows[21] = Row(21, kinds * 2 + stops, b.Form);
        rows[22] = Row(22, a.Suffix, kb);
        rows[23] = Row(23, kinds * 2 + stops, length);
        rows[24] = Row(24, kb * 32 + (uint)window.SecondAfter.Kind, (uint)window.ThirdAfter.Kind);
        rows[25] = Row(25, ka * 32 + (uint)window.SecondBefore.Kind, (uint)window.ThirdBefore.Kind);
        rows[26] = Row(26, kinds, window.SecondAfter.Form);
        rows[27] = Row(27, kinds * 8 + open, (uint)window.SecondAfter.Kind);
        rows[28] = Row(28, b.Suffix, ka);
        rows[29] = Row(29, length, left);
    }

    private static uint Bucket(int count) => count < 4 ? (uint)count : (uint)(2 + 2 * BitOperations.Log2((uint)count) + (count >> (BitOperations.Log2((uint)count) - 1) & 1));

    private static int Row(uint feature, uint first, uint second)
    {
        var hash = (first * 0x9E3779B1u) ^ (second * 0x85EBCA77u + 0x165667B1u) ^ (feature * 0xC2B2AE3Du);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6Du;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39u;
        return (int)((hash ^ (hash >> 15)) & (Rows - 1));
    }
}
