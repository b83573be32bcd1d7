namespace Graph.Worker.Databases;

/// <summary>A file beside an embedded store that says where the service holding it can be reached.</summary>
/// <remarks>Only a help for messages: the lock of the store itself decides who may open it.</remarks>
internal static class ServiceNotice
{
    /// <summary>Writes the addresses of the running service.</summary>
    public static void Write(string storePath, IEnumerable<string> addresses) => File.WriteAllLines(PathOf(storePath), addresses);

    /// <summary>Removes the notice of a service that ends.</summary>
    public static void Remove(string storePath) => File.Delete(PathOf(storePath));

    /// <summary>The addresses of the service that holds the store; empty where none said so.</summary>
    public static IReadOnlyList<string> Read(string storePath) =>
        File.Exists(PathOf(storePath)) ? File.ReadAllLines(PathOf(storePath)) : [];

    private static string PathOf(string storePath) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(storePath)) + ".service";
}
