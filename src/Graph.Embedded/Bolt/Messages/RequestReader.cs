using Graph.Embedded.Bolt.Handshake;
using Graph.Embedded.Bolt.PackStream;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>Reads the messages of a client in one version of the protocol.</summary>
internal sealed class RequestReader(BoltVersion version)
{
    private static readonly BoltVersion LogonSince = new(5, 1);
    private static readonly BoltVersion TelemetrySince = new(5, 4);

    private ValueReader _values = new(version.Major >= 5 ? StructureForm.Modern : StructureForm.Legacy);

    /// <summary>How structures in later messages look.</summary>
    public void Use(StructureForm form) => _values = new ValueReader(form);

    /// <exception cref="PackStreamException">The bytes are no message of this version.</exception>
    /// <exception cref="CypherException">The message is well-formed, but one of its values is none.</exception>
    public Request Read(ReadOnlySpan<byte> message)
    {
        var reader = new PackStreamReader(message);
        var fields = reader.ReadStructureHeader(out var tag);
        var expected = FieldsOf(tag) ?? throw new PackStreamException($"0x{tag:X2} is no message of Bolt {version}.");
        if (fields != expected)
        {
            throw new PackStreamException($"The message 0x{tag:X2} has {fields} fields instead of {expected}.");
        }

        var request = ReadFields(ref reader, tag);
        return reader.IsAtEnd ? request : throw new PackStreamException($"Bytes follow the message 0x{tag:X2} in its frame.");
    }

    private int? FieldsOf(byte tag) => tag switch
    {
        MessageTag.Goodbye or MessageTag.Reset or MessageTag.Commit or MessageTag.Rollback => 0,
        MessageTag.Hello or MessageTag.Begin or MessageTag.Pull or MessageTag.Discard => 1,
        MessageTag.Run or MessageTag.Route => 3,
        MessageTag.Logon when version >= LogonSince => 1,
        MessageTag.Logoff when version >= LogonSince => 0,
        MessageTag.Telemetry when version >= TelemetrySince => 1,
        _ => null,
    };

    private Request ReadFields(ref PackStreamReader reader, byte tag) => tag switch
    {
        MessageTag.Hello => new HelloRequest(_values.ReadMap(ref reader)),
        MessageTag.Logon => new LogonRequest(_values.ReadMap(ref reader)),
        MessageTag.Logoff => new LogoffRequest(),
        MessageTag.Goodbye => new GoodbyeRequest(),
        MessageTag.Reset => new ResetRequest(),
        MessageTag.Run => new RunRequest(reader.ReadString(), _values.ReadMap(ref reader), _values.ReadMap(ref reader)),
        MessageTag.Begin => new BeginRequest(_values.ReadMap(ref reader)),
        MessageTag.Commit => new CommitRequest(),
        MessageTag.Rollback => new RollbackRequest(),
        MessageTag.Pull or MessageTag.Discard => new FetchRequest(tag == MessageTag.Discard, _values.ReadMap(ref reader)),
        MessageTag.Route => new RouteRequest(_values.ReadMap(ref reader), _values.Read(ref reader), _values.ReadMap(ref reader)),
        _ => new TelemetryRequest(reader.ReadInteger()),
    };
}
