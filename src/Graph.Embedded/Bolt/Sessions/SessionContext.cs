using Graph.Embedded.Bolt.Authentication;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>What all sessions of a server share.</summary>
internal sealed class SessionContext(
    EmbeddedDatabase database, BoltServerOptions options, Authenticator authenticator, TimeProvider time)
{
    public EmbeddedDatabase Database => database;

    public BoltServerOptions Options => options;

    public Authenticator Authenticator => authenticator;

    public TimeProvider Time => time;

    public Bookmarks Bookmarks { get; } = new();
}
