using Graph.Embedded.Activity;
using Graph.Embedded.Bolt.Handshake;
using Graph.Embedded.Bolt.Messages;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>HELLO, LOGON and ROUTE: who the client is, and what it learns about the server.</summary>
internal sealed class Login(SessionContext context, BoltVersion version, ClientConnection connection)
{
    private const int RoutingTableSeconds = 300;

    /// <summary>A client may give up after so many signs of life missed.</summary>
    private const int MissedSigns = 4;

    private static readonly BoltVersion LogonSince = new(5, 1);
    private static readonly BoltVersion NotificationsSince = new(5, 2);
    private static readonly BoltVersion TelemetrySince = new(5, 4);

    private string? _addressFromClient;

    /// <summary>Which remarks the client wants where a transaction does not say.</summary>
    public NotificationFilter Notifications { get; private set; } = NotificationFilter.All;

    /// <summary>Takes HELLO or LOGON; whether the client is then logged in.</summary>
    /// <param name="metadata">For the answer.</param>
    /// <param name="form">How structures look from here on.</param>
    /// <exception cref="CypherException">The client is refused.</exception>
    public bool Take(Request request, out MapValue metadata, out StructureForm form)
    {
        form = StructureForm.Modern;
        if (request is LogonRequest logon)
        {
            context.Authenticator.Authenticate(logon.Token);
            metadata = MapValue.Empty;
            return true;
        }

        var extra = ((HelloRequest)request).Extra;
        connection.UserAgent = extra.Find("user_agent") is { Kind: ValueKind.String } agent ? agent.AsString : "";
        var isLoggedIn = version < LogonSince;
        if (isLoggedIn)
        {
            context.Authenticator.Authenticate(extra);
        }

        if (extra.Find("routing") is { Kind: ValueKind.Map } routing)
        {
            _addressFromClient = AddressIn(routing.AsMap);
        }

        if (version >= NotificationsSince)
        {
            Notifications = NotificationFilter.All.With(extra);
        }

        metadata = Describe(extra, ref form);
        return isLoggedIn;
    }

    /// <summary>The routing table: one server in every role, under the address by which the client came.</summary>
    public MapValue Route(RouteRequest route)
    {
        if (route.Extra.Find("imp_user") is { IsNull: false })
        {
            throw new CypherException(FailureCodes.Forbidden, "This server has one user and no impersonation (imp_user): leave it out.");
        }

        Bookmarks.Check(route.Bookmarks);
        var asked = route.Extra.Find("db");
        var database = DatabaseNames.Check(asked);
        var address = AddressIn(route.Context) ?? _addressFromClient ?? connection.ServerAddress;
        var servers = Array.ConvertAll(["WRITE", "READ", "ROUTE"], role => Value.Of(new MapBuilder()
            .Add("addresses", Value.List(Value.Of(address))).Add("role", role).ToMap()));
        var table = new MapBuilder().Add("ttl", RoutingTableSeconds).Add("db", asked is { Kind: ValueKind.String, AsString.Length: > 0 } ? asked.AsString : database).Add("servers", Value.List(servers));
        return new MapBuilder().Add("rt", Value.Of(table.ToMap())).ToMap();
    }

    private static string? AddressIn(MapValue routing) =>
        routing.Find("address") is { Kind: ValueKind.String } address ? address.AsString : null;

    private MapValue Describe(MapValue extra, ref StructureForm form)
    {
        var hints = new MapBuilder().Add(
            "connection.recv_timeout_seconds", (long)(context.Options.KeepAliveInterval * MissedSigns).TotalSeconds);
        if (version >= TelemetrySince)
        {
            hints.Add("telemetry.enabled", Value.False);
        }

        var metadata = new MapBuilder().Add("server", CompatibleServer.Agent).Add("connection_id", connection.Id);
        if (version.Major < 5)
        {
            var asksForUtc = extra.Find("patch_bolt") is { Kind: ValueKind.List } patches && patches.AsList.Contains(Value.Of("utc"));
            form = asksForUtc ? StructureForm.LegacyWithUtc : StructureForm.Legacy;
            if (asksForUtc)
            {
                metadata.Add("patch_bolt", Value.List(Value.Of("utc")));
            }
        }

        return metadata.Add("hints", Value.Of(hints.ToMap())).ToMap();
    }
}
