using System.Globalization;

namespace Graph.Embedded.Storage.Files;

/// <summary>Names of the files of a store; each carries a commit's sequence number in twenty digits.</summary>
internal static class StoreFileNames
{
    private const string LogPrefix = "log-";
    private const string SnapshotPrefix = "snapshot-";
    private const string PartSuffix = ".part";

    /// <summary>The log of the commits from <paramref name="first"/> on.</summary>
    public static string Log(long first) => $"{LogPrefix}{first:D20}";

    /// <summary>The graph as it was after the commit.</summary>
    public static string Snapshot(long sequence) => $"{SnapshotPrefix}{sequence:D20}";

    /// <summary>A snapshot while it is written.</summary>
    public static string Part(string name) => name + PartSuffix;

    public static bool IsPart(string name) => name.EndsWith(PartSuffix, StringComparison.Ordinal);

    /// <summary>First sequence numbers of the logs that are there, ascending.</summary>
    public static IReadOnlyList<long> Logs(IStorageDevice device) => Numbers(device, LogPrefix);

    /// <summary>Sequence numbers of the snapshots that are there, ascending.</summary>
    public static IReadOnlyList<long> Snapshots(IStorageDevice device) => Numbers(device, SnapshotPrefix);

    /// <summary>Whether there is any file of a store.</summary>
    public static bool AnyIn(IStorageDevice device) => Snapshots(device).Count + Logs(device).Count > 0;

    private static List<long> Numbers(IStorageDevice device, string prefix)
    {
        var numbers = new List<long>();
        foreach (var name in device.List())
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers;
    }
}
