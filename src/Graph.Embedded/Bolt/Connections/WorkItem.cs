using Graph.Embedded.Bolt.Framing;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>What a session does next.</summary>
internal abstract record WorkItem
{
    /// <summary>Bytes that it keeps while it waits.</summary>
    public virtual int Bytes => 0;
}

/// <summary>A message came in.</summary>
internal sealed record MessageItem(Frame Frame) : WorkItem
{
    public override int Bytes => Frame.Length;
}

/// <summary>What came in is no message; nothing follows.</summary>
internal sealed record MalformedItem(string Reason) : WorkItem;

/// <summary>The open transaction was stopped; what it holds is to be released.</summary>
internal sealed record TransactionStoppedItem : WorkItem;

/// <summary>The server is stopping; the session ends as soon as no transaction is open.</summary>
internal sealed record DrainItem : WorkItem;
