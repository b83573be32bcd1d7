namespace Graph.Language.Models;

/// <summary>Embeddings of 8 bits with a scale for each column.</summary>
internal sealed class EmbeddingTable
{
    private readonly ReadOnlyMemory<byte> rows;
    private readonly float[] scales;

    private EmbeddingTable(ReadOnlyMemory<byte> rows, float[] scales)
    {
        this.rows = rows;
        this.scales = scales;
    }

    public int Width => scales.Length;

    public int Count => rows.Length / Width;

    public static EmbeddingTable Load(ModelFile file, string name) =>
        new(file.Bytes(name + ".weights"), file.Singles(name + ".scales"));

    /// <summary>Writes an embedding.</summary>
    public void Decode(int row, Span<float> destination)
    {
        var source = rows.Span.Slice(row * Width, Width);
        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = (sbyte)source[i] * scales[i];
        }
    }
}
