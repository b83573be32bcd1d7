using Graph.Embedded.Binding;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Rows held back: copies of some variables, which can be put back in the row one by one.</summary>
internal sealed class RowBuffer(QueryContext context, IReadOnlyList<Symbol> symbols)
{
    private const int RowsPerChunk = 256;

    /// <summary>Rows of the first chunk, which is kept when the buffer is cleared: many buffers hold few rows, many times.</summary>
    private const int FirstRows = 4;
    private const int ValueBytes = 24;
    private readonly Symbol[] _symbols = [.. symbols];
    private readonly List<Value[]> _chunks = [];
    private long _bytes;

    public int Count { get; private set; }

    /// <summary>Copies the row; returns its position.</summary>
    public int Add()
    {
        var (chunk, place) = PlaceOf(Count);
        if (chunk == _chunks.Count)
        {
            Grow(chunk == 0 ? FirstRows : RowsPerChunk);
        }

        Write(_chunks[chunk], place);
        return Count++;
    }

    /// <summary>Overwrites a row that was added before.</summary>
    public void Replace(int row)
    {
        var (chunk, place) = PlaceOf(row);
        Write(_chunks[chunk], place);
    }

    /// <summary>Puts a row back.</summary>
    public void Load(int row)
    {
        var (chunk, at) = PlaceOf(row);
        var values = _chunks[chunk];
        foreach (var symbol in _symbols)
        {
            context.Set(symbol, values[at++]);
        }
    }

    /// <summary>Forgets the rows from a position on.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    public void Clear()
    {
        Count = 0;
        if (_chunks.Count > 1)
        {
            context.Guard.Release(_bytes);
            _bytes = 0;
            _chunks.RemoveRange(1, _chunks.Count - 1);
        }
    }

    private (int Chunk, int Place) PlaceOf(int row) => row < FirstRows
        ? (0, row * _symbols.Length)
        : (1 + ((row - FirstRows) / RowsPerChunk), (row - FirstRows) % RowsPerChunk * _symbols.Length);

    private void Grow(int rows)
    {
        if (rows > FirstRows)
        {
            var bytes = (long)rows * _symbols.Length * ValueBytes;
            context.Guard.Allocate(bytes);
            _bytes += bytes;
        }

        _chunks.Add(new Value[rows * _symbols.Length]);
    }

    private void Write(Value[] values, int at)
    {
        foreach (var symbol in _symbols)
        {
            values[at++] = context.Get(symbol);
        }
    }
}
