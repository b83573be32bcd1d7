using Graph.Embedded.Storage;

namespace Graph.Worker.Databases;

/// <summary>Opens the files of an embedded graph.</summary>
internal static class EmbeddedStore
{
    /// <summary>Whether the folder holds a store.</summary>
    public static bool Exists(string path) => StorageEngine.Exists(path);

    /// <summary>Opens or makes the store of a folder.</summary>
    /// <exception cref="DatabaseUnavailableException">It is in use, damaged, or cannot be read or written; the message says what helps.</exception>
    public static StorageEngine Open(string path)
    {
        if (File.Exists(path))
        {
            throw new DatabaseUnavailableException($"The graph in {path} cannot be opened: this is a file. Name a folder by Graph:Database:Uri=embedded:PATH.");
        }

        try
        {
            return StorageEngine.Open(path);
        }
        catch (StorageException exception) when (exception.Kind == StorageErrorKind.Locked)
        {
            var addresses = ServiceNotice.Read(path);
            var help = addresses.Count > 0
                ? $"A service works on it; use its addresses instead: {string.Join(", ", addresses)}."
                : "Another program works on it; wait for its end.";
            throw new DatabaseUnavailableException($"The graph in {path} is in use. {help}", exception);
        }
        catch (Exception exception) when (exception is StorageException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The graph in {path} cannot be opened: {exception.Message}", exception);
        }
    }
}
