using Graph.Embedded.Bolt.Framing;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>Writes the messages of the server.</summary>
internal sealed class ResponseWriter
{
    private readonly ChunkedOutput _output;
    private readonly PackStreamWriter _writer;
    private ValueWriter _values;

    public ResponseWriter(ChunkedOutput output, StructureForm form)
    {
        _output = output;
        _writer = new PackStreamWriter(output);
        _values = new ValueWriter(_writer, form);
    }

    /// <summary>How structures in later messages look.</summary>
    public void Use(StructureForm form) => _values = new ValueWriter(_writer, form);

    public void WriteSuccess(MapValue metadata) => Write(MessageTag.Success, metadata);

    public void WriteFailure(string code, string message) => Write(
        MessageTag.Failure, new MapValue(["code", "message"], [Value.Of(code), Value.Of(message)]));

    public void WriteIgnored()
    {
        _output.BeginMessage();
        _writer.WriteStructureHeader(0, MessageTag.Ignored);
        _output.EndMessage();
    }

    /// <summary>Writes a row whole or, where a value cannot be written, not at all.</summary>
    public void WriteRecord(ReadOnlySpan<Value> row)
    {
        _output.BeginMessage();
        try
        {
            _writer.WriteStructureHeader(1, MessageTag.Record);
            _writer.WriteListHeader(row.Length);
            foreach (var value in row)
            {
                _values.Write(value);
            }
        }
        catch
        {
            _output.AbandonMessage();
            throw;
        }

        _output.EndMessage();
    }

    private void Write(byte tag, MapValue metadata)
    {
        _output.BeginMessage();
        _writer.WriteStructureHeader(1, tag);
        _values.WriteMap(metadata);
        _output.EndMessage();
    }
}
