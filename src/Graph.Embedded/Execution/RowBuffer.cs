using Graph.Embedded.Binding;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Rows held back: copies of some variables, which can be put back in the row one by one.</summary>
internal sealed class RowBuffer(QueryContext context, IReadOnlyList<Symbol> symbols)
{
    private const int RowsPerChunk = 256;
    private const int ValueBytes = 24;
    private readonly Symbol[] _symbols = [.. symbols];
    private readonly List<Value[]> _chunks = [];
    private long _bytes;

    public int Count { get; private set; }

    /// <summary>Copies the row; returns its position.</summary>
    public int Add()
    {
        var chunk = Count / RowsPerChunk;
        if (chunk == _chunks.Count)
        {
            var bytes = (long)RowsPerChunk * _symbols.Length * ValueBytes;
            context.Guard.Allocate(bytes);
            _bytes += bytes;
            _chunks.Add(new Value[RowsPerChunk * _symbols.Length]);
        }

        Write(_chunks[chunk], Count % RowsPerChunk * _symbols.Length);
        return Count++;
    }

    /// <summary>Overwrites a row that was added before.</summary>
    public void Replace(int row) => Write(_chunks[row / RowsPerChunk], row % RowsPerChunk * _symbols.Length);

    /// <summary>Puts a row back.</summary>
    public void Load(int row)
    {
        var values = _chunks[row / RowsPerChunk];
        var at = row % RowsPerChunk * _symbols.Length;
        foreach (var symbol in _symbols)
        {
            context.Set(symbol, values[at++]);
        }
    }

    public void Clear()
    {
        context.Guard.Release(_bytes);
        _bytes = 0;
        _chunks.Clear();
        Count = 0;
    }

    private void Write(Value[] values, int at)
    {
        foreach (var symbol in _symbols)
        {
            values[at++] = context.Get(symbol);
        }
    }
}
