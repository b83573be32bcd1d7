using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>Names the commits that clients made, so that they can ask to see them. Thread-safe.</summary>
/// <remarks>There is one server, and what is committed is seen by every transaction begun after: no bookmark ever has to be waited for.</remarks>
internal sealed class Bookmarks
{
    private const string Prefix = "graph:commit:";
    private long _commits;

    public string Current => Name(Interlocked.Read(ref _commits));

    public string Next() => Name(Interlocked.Increment(ref _commits));

    /// <param name="bookmarks">A list of bookmarks of this server, or null.</param>
    /// <exception cref="CypherException">It is something else, such as a bookmark of another database.</exception>
    public static void Check(Value bookmarks)
    {
        if (bookmarks.IsNull)
        {
            return;
        }

        var isList = bookmarks.Kind == ValueKind.List && bookmarks.AsList.All(bookmark => bookmark.Kind == ValueKind.String);
        if (!isList)
        {
            throw new CypherException(FailureCodes.InvalidRequest, $"bookmarks is {bookmarks}: it must be a list of strings.");
        }

        foreach (var bookmark in bookmarks.AsList)
        {
            if (!bookmark.AsString.StartsWith(Prefix, StringComparison.Ordinal))
            {
                throw new CypherException(FailureCodes.InvalidBookmark, $"'{bookmark.AsString}' is no bookmark of this server.");
            }
        }
    }

    private static string Name(long commit) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{commit}");
}
