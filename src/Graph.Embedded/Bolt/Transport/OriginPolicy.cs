using System.Net;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>Which web pages may connect by WebSocket.</summary>
/// <remarks>
/// A browser lets any page open a WebSocket to this machine. Without a password the origin is all that keeps a foreign page
/// from the data, so then only pages served from this machine are let in. A client that is no browser sends no origin.
/// </remarks>
/// <param name="allowed">Origins such as <c>https://browser.example</c>; none means any with a password, and pages of this machine without.</param>
internal sealed class OriginPolicy(IReadOnlyList<string> allowed, bool hasPassword)
{
    public bool Allows(string origin)
    {
        if (origin.Length == 0)
        {
            return true;
        }

        return allowed.Count > 0 ? allowed.Contains(origin, StringComparer.OrdinalIgnoreCase) : hasPassword || IsLocal(origin);
    }

    private static bool IsLocal(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
