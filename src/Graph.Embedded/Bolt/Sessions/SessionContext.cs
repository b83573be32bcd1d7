using Graph.Embedded.Activity;
using Graph.Embedded.Bolt.Authentication;

namespace Graph.Embedded.Bolt.Sessions;

/// <summary>What all sessions of a server share.</summary>
internal sealed class SessionContext(
    EmbeddedDatabase database, BoltServerOptions options, Authenticator authenticator, TimeProvider time)
{
    public BoltServerOptions Options => options;

    public Authenticator Authenticator => authenticator;

    public TimeProvider Time => time;

    /// <summary>Who is connected, and what runs.</summary>
    public ServerActivity Activity { get; } = new(time);

    public Bookmarks Bookmarks { get; } = new();

    /// <param name="name">As <see cref="DatabaseNames.Check"/> gives it.</param>
    public EmbeddedDatabase Database(string name) => name == CompatibleServer.SystemDatabaseName ? database.System : database;
}
