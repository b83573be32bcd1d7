using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Graph.Language.Models;

/// <summary>Frozen word vectors, compressed by product quantisation: each vector is a row of codes, one for each group of dimensions.</summary>
/// <remarks>
/// Words are not stored, only 32 bits of their hash: the upper 16 choose a bucket, the lower 16 are compared.
/// One unknown word in about 12,000 is so mistaken for a known one, which costs less than the letters would.
/// </remarks>
internal sealed class WordVectors
{
    private const int BucketBits = 16;
    private const long HashSeed = 17;

    private readonly ReadOnlyMemory<byte> bucketStarts;
    private readonly ReadOnlyMemory<byte> fingerprints;
    private readonly ReadOnlyMemory<byte> codes;
    private readonly float[] codebooks;

    /// <param name="bucketStarts">65,537 little-endian 32-bit numbers: where each bucket of words starts.</param>
    /// <param name="fingerprints">Lower 16 bits of each word's hash, ascending within a bucket.</param>
    /// <param name="codes">A byte for each group of each word.</param>
    /// <param name="codebooks">For each group 256 vectors of <paramref name="groupSize"/> numbers.</param>
    public WordVectors(
        ReadOnlyMemory<byte> bucketStarts, ReadOnlyMemory<byte> fingerprints, ReadOnlyMemory<byte> codes,
        float[] codebooks, int groups, int groupSize)
    {
        this.bucketStarts = bucketStarts;
        this.fingerprints = fingerprints;
        this.codes = codes;
        this.codebooks = codebooks;
        Groups = groups;
        GroupSize = groupSize;
    }

    /// <summary>Reads the sections that <see cref="Save"/> wrote.</summary>
    public static WordVectors Load(ModelFile file)
    {
        var shape = file.Integers("shape");
        return new WordVectors(
            file.Bytes("buckets"), file.Bytes("fingerprints"), file.Bytes("codes"), file.Singles("codebooks"),
            shape[0], shape[1]);
    }

    /// <summary>Writes the vectors as sections.</summary>
    public void Save(ModelFileWriter writer)
    {
        writer.Add("shape", [Groups, GroupSize]);
        writer.Add("buckets", bucketStarts.Span);
        writer.Add("fingerprints", fingerprints.Span);
        writer.Add("codes", codes.Span);
        writer.Add("codebooks", codebooks);
    }

    /// <summary>Length of a vector.</summary>
    public int Dimensions => Groups * GroupSize;

    /// <summary>Number of words.</summary>
    public int Count => fingerprints.Length / sizeof(ushort);

    internal int Groups { get; }

    internal int GroupSize { get; }

    internal static uint HashOf(ReadOnlySpan<char> word) => (uint)(FeatureExtractor.Hash(word, HashSeed) >> 32);

    /// <summary>The row of a lower-case word; -1 where it is unknown.</summary>
    /// <remarks>Tried in turn: the word, the word without accents, its part after the last hyphen.</remarks>
    public int Find(ReadOnlySpan<char> lower)
    {
        var row = FindExact(lower);
        if (row >= 0)
        {
            return row;
        }

        Span<char> buffer = stackalloc char[WordForm.MaxLength];
        if (WordForm.TryFold(lower, buffer, out var folded))
        {
            row = FindExact(folded);
            if (row >= 0)
            {
                return row;
            }
        }

        var hyphen = folded.LastIndexOf('-');
        return hyphen > 0 && hyphen < folded.Length - 1 ? FindExact(folded[(hyphen + 1)..]) : -1;
    }

    /// <summary>Writes the vector of a row; zeros for row -1.</summary>
    public void Decode(int row, Span<float> destination)
    {
        if (row < 0)
        {
            destination[..Dimensions].Clear();
            return;
        }

        var code = codes.Span.Slice(row * Groups, Groups);
        for (var group = 0; group < Groups; group++)
        {
            codebooks.AsSpan(((group * 256) + code[group]) * GroupSize, GroupSize)
                .CopyTo(destination[(group * GroupSize)..]);
        }
    }

    private int FindExact(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        var starts = bucketStarts.Span[(int)((hash >> BucketBits) * sizeof(uint))..];
        var first = BinaryPrimitives.ReadInt32LittleEndian(starts);
        var end = BinaryPrimitives.ReadInt32LittleEndian(starts[sizeof(uint)..]);
        var prints = MemoryMarshal.Cast<byte, ushort>(fingerprints.Span)[first..end];
        var found = prints.IndexOf((ushort)hash);
        return found < 0 ? -1 : first + found;
    }
}
