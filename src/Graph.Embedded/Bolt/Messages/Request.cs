using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>A message of a client.</summary>
internal abstract record Request
{
    /// <summary>The protocol's name of the message.</summary>
    public abstract string Name { get; }
}

internal sealed record HelloRequest(MapValue Extra) : Request
{
    public override string Name => "HELLO";
}

internal sealed record LogonRequest(MapValue Token) : Request
{
    public override string Name => "LOGON";
}

internal sealed record LogoffRequest : Request
{
    public override string Name => "LOGOFF";
}

internal sealed record GoodbyeRequest : Request
{
    public override string Name => "GOODBYE";
}

internal sealed record ResetRequest : Request
{
    public override string Name => "RESET";
}

internal sealed record RunRequest(string Query, MapValue Parameters, MapValue Extra) : Request
{
    public override string Name => "RUN";
}

internal sealed record BeginRequest(MapValue Extra) : Request
{
    public override string Name => "BEGIN";
}

internal sealed record CommitRequest : Request
{
    public override string Name => "COMMIT";
}

internal sealed record RollbackRequest : Request
{
    public override string Name => "ROLLBACK";
}

/// <summary>PULL, or DISCARD: send rows of an open result, or pass over them.</summary>
internal sealed record FetchRequest(bool IsDiscard, MapValue Extra) : Request
{
    public override string Name => IsDiscard ? "DISCARD" : "PULL";
}

internal sealed record RouteRequest(MapValue Context, Value Bookmarks, MapValue Extra) : Request
{
    public override string Name => "ROUTE";
}

internal sealed record TelemetryRequest(long Api) : Request
{
    public override string Name => "TELEMETRY";
}
