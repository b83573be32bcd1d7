using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Consistency;

/// <summary>Walks a whole version of the graph and compares everything that is kept twice.</summary>
internal sealed class ConsistencyCheck
{
    private readonly GraphState _state;
    private readonly TokenTables _tokens;
    private readonly List<Finding> _findings = [];
    private readonly CancellationToken _cancellationToken;

    private ConsistencyCheck(GraphState state, TokenTables tokens, CancellationToken cancellationToken)
    {
        _state = state;
        _tokens = tokens;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Everything that is wrong; empty for a sound graph.</summary>
    public static IReadOnlyList<Finding> Run(GraphState state, TokenTables tokens, CancellationToken cancellationToken)
    {
        var check = new ConsistencyCheck(state, tokens, cancellationToken);
        check.CheckNodes();
        check.CheckRelationships();
        check.CheckScans(SchemaEntity.Node, state.Nodes.Labels, tokens.Labels, state.Nodes.NextFrom);
        check.CheckScans(SchemaEntity.Relationship, state.Relationships.Types, tokens.Types, state.Relationships.NextFrom);
        new AdjacencyCheck(state, check._findings, cancellationToken).Run();

        // What belongs in an index cannot be told where properties cannot be read.
        if (check._findings.TrueForAll(finding => finding.Code != FindingCode.UnreadableProperty))
        {
            new IndexCheck(state, tokens, check._findings, cancellationToken).Run();
        }

        return check._findings;
    }

    private void CheckNodes()
    {
        long count = 0;
        for (var node = _state.Nodes.NextFrom(0); node >= 0; node = _state.Nodes.NextFrom(node + 1), count++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (var label in _state.TokensOf(SchemaEntity.Node, node))
            {
                CheckToken(label, _tokens.Labels, $"Node({node})", "label");
            }

            CheckProperties(_state.Nodes.PropertiesOf(node), $"Node({node})");
        }

        CheckCount(count, _state.Nodes.Count, "nodes");
    }

    private void CheckRelationships()
    {
        long count = 0;
        for (var id = _state.Relationships.NextFrom(0); id >= 0; id = _state.Relationships.NextFrom(id + 1), count++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _state.Relationships.TryGet(id, out var record);
            CheckToken(record.Type, _tokens.Types, $"Relationship({id})", "type");
            foreach (var end in (ReadOnlySpan<long>)[record.Start, record.End])
            {
                if (!_state.Nodes.Exists(end))
                {
                    Report(FindingCode.MissingEnd, $"Relationship({id}) ends at Node({end}), which is not there.");
                }
            }

            CheckProperties(_state.Relationships.PropertiesOf(id), $"Relationship({id})");
        }

        CheckCount(count, _state.Relationships.Count, "relationships");
    }

    private void CheckProperties(byte[]? properties, string owner)
    {
        var blob = new PropertyBlob(properties);
        for (var i = 0; i < blob.Count; i++)
        {
            CheckToken(blob.KeyAt(i), _tokens.Keys, owner, "property key");
            try
            {
                _ = blob.ValueAt(i);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or CypherException)
            {
                Report(FindingCode.UnreadableProperty, $"Property {blob.KeyAt(i)} of {owner} cannot be read: {e.Message}");
            }
        }
    }

    private void CheckScans(SchemaEntity entity, Scans.TokenScans scans, TokenTable table, Func<long, long> nextFrom)
    {
        var counts = new long[Math.Max(scans.Length, table.Count)];
        for (var id = nextFrom(0); id >= 0; id = nextFrom(id + 1))
        {
            foreach (var token in _state.TokensOf(entity, id))
            {
                if (token < counts.Length)
                {
                    counts[token]++;
                }

                if (scans.Find(token)?.Contains((int)id) != true)
                {
                    Report(FindingCode.WrongScan, $"The scan of {entity} token {token} lacks {entity}({id}).");
                }
            }
        }

        for (var token = 0; token < counts.Length; token++)
        {
            CheckCount(counts[token], _state.Members(entity, token).LongCount(), $"entries in the scan of {entity} token {token}");
            CheckCount(counts[token], scans.CountOf(token), $"entities with {entity} token {token}");
        }
    }

    private void CheckToken(int token, TokenTable table, string owner, string what)
    {
        if (token >= table.Count)
        {
            Report(FindingCode.UnknownToken, $"{owner} has the {what} {token}, which has no name.");
        }
    }

    private void CheckCount(long counted, long kept, string what)
    {
        if (counted != kept)
        {
            Report(FindingCode.WrongCount, $"There are {counted} {what}, but {kept} are counted.");
        }
    }

    private void Report(FindingCode code, string message) => _findings.Add(new Finding(code, message));
}
