namespace Graph.OpenCypher.Tests.Differential;

/// <summary>What a server answers: rows, each value as one text for equal values, or an error's code.</summary>
internal sealed record Answer(IReadOnlyList<string> Columns, IReadOnlyList<string> Rows, string? Error, string? Message)
{
    public static Answer OfError(string code, string message) => new([], [], code, message);

    /// <summary>How the answers differ; null where they agree.</summary>
    public string? DifferenceFrom(Answer other, bool isOrdered)
    {
        if (Error is not null || other.Error is not null)
        {
            return Error == other.Error ? null : $"{Error ?? "rows"} ({Message}) against {other.Error ?? "rows"} ({other.Message})";
        }

        if (!Columns.SequenceEqual(other.Columns, StringComparer.Ordinal))
        {
            return $"columns {string.Join(", ", Columns)} against {string.Join(", ", other.Columns)}";
        }

        var (mine, theirs) = isOrdered
            ? (Rows, other.Rows)
            : ([.. Rows.Order(StringComparer.Ordinal)], [.. other.Rows.Order(StringComparer.Ordinal)]);
        return mine.SequenceEqual(theirs, StringComparer.Ordinal)
            ? null
            : $"{mine.Count} rows against {theirs.Count}:\n    {string.Join("\n    ", mine.Except(theirs).Take(4))}\n  against\n    {string.Join("\n    ", theirs.Except(mine).Take(4))}";
    }
}

/// <summary>A server that runs statements one by one.</summary>
internal interface IAnswering
{
    Task<Answer> RunAsync(string cypher, IReadOnlyDictionary<string, Embedded.Values.Value> parameters);
}
