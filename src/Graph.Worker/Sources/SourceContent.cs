namespace Graph.Worker.Sources;

/// <summary>The bytes of one source and what came with them.</summary>
/// <param name="Name">File, address or <c>standard input</c>; names the source in messages.</param>
/// <param name="Bytes">Everything that was read.</param>
/// <param name="Url">Address it was fetched from; null for files.</param>
/// <param name="Charset">Encoding that the transport declared; null where it did not.</param>
public sealed record SourceContent(string Name, ReadOnlyMemory<byte> Bytes, Uri? Url = null, string? Charset = null)
{
    /// <summary>Lower-case extension with its dot, or empty.</summary>
    public string Extension => Path.GetExtension(Url?.AbsolutePath ?? Name).ToLowerInvariant();
}
