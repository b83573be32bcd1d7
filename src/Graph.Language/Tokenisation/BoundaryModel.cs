using System.Buffers.Binary;
using System.IO.Hashing;

namespace Graph.Language.Tokenisation;

/// <summary>A logistic model of sentence boundaries: one signed byte a row, one scale for all.</summary>
public sealed class BoundaryModel
{
    private const uint Magic = 0x31444247;
    private const int HeaderLength = 16;
    private readonly sbyte[] weights;
    private readonly float scale;

    internal BoundaryModel(sbyte[] weights, float scale)
    {
        this.weights = weights;
        this.scale = scale;
    }

    /// <summary>The model that comes with the product.</summary>
    public static BoundaryModel Default { get; } = ReadResource();

    /// <summary>Reads a model that <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static BoundaryModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != HeaderLength + BoundaryFeatures.Rows || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException(
                "GRA-L002 The sentence boundary model is of another version or no model. Train it again: train boundaries.");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) != Crc32.HashToUInt32(bytes[8..]))
        {
            throw new InvalidDataException(
                "GRA-L003 The sentence boundary model is damaged: its checksum does not fit. Restore the file or train it again.");
        }

        var weights = new sbyte[BoundaryFeatures.Rows];
        bytes[HeaderLength..].CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new BoundaryModel(weights, BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]));
    }

    /// <summary>The model file: magic, checksum, scale, a spare word, weights.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + weights.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), scale);
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()).CopyTo(bytes.AsSpan(HeaderLength));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Crc32.HashToUInt32(bytes.AsSpan(8)));
        return bytes;
    }

    /// <summary>Log odds of a boundary; greater than 0 means that one is likelier than none.</summary>
    internal float Score(ReadOnlySpan<int> rows)
    {
        var sum = 0;
        foreach (var row in rows)
        {
            sum += weights[row];
        }

        return sum * scale;
    }

    private static BoundaryModel ReadResource()
    {
        const string resource = "Graph.Language.Tokenisation.boundaries.bin";
        using var stream = typeof(BoundaryModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
