using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Scans;

/// <summary>Which of 4,096 ids are in a set.</summary>
internal sealed class IdChunk : IPage<IdChunk>
{
    public const int Bits = 12;
    public const int Size = 1 << Bits;
    public const int Mask = Size - 1;

    private IdChunk(long owner, ulong[] words) => (Owner, Words) = (owner, words);

    public long Owner { get; }

    public ulong[] Words { get; }

    public int Count { get; set; }

    public static IdChunk CreateFor(long owner) => new(owner, new ulong[Size / 64]);

    public IdChunk CopyFor(long owner) => new(owner, [.. Words]) { Count = Count };
}
