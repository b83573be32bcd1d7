using Graph.Store.Port;
using Graph.Worker.Configuration;

namespace Graph.Worker.Databases;

/// <summary>Opens the database that the options name.</summary>
public interface IDatabaseOpener
{
    /// <exception cref="DatabaseUnavailableException">It cannot be opened or reached.</exception>
    Task<ICypherDatabase> OpenAsync(DatabaseOptions options, CancellationToken cancellationToken);
}
