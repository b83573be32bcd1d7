using System.Collections.Concurrent;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Bolt;

/// <summary>A database that knows a handful of statements, each for something that the server must deal with.</summary>
/// <remarks>
/// <c>ROWS n</c> gives 1 to n; <c>ECHO</c> gives each parameter as a column; <c>CREATE</c> counts a node created;
/// <c>FAIL code</c> fails; <c>FAIL AT n</c> fails after n rows; <c>BUG</c> throws what it should not; <c>WAIT</c> runs
/// until it is cancelled; <c>GRAPH</c> gives a node, a relationship and a path; <c>EXPLAIN</c>, <c>PROFILE</c> and
/// <c>NOTIFY</c> fill the summary.
/// </remarks>
internal sealed class ScriptedDatabase : EmbeddedDatabase
{
    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>What happened to transactions, in order.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>Given whenever a WAIT has begun.</summary>
    public SemaphoreSlim Waiting { get; } = new(0);

    /// <summary>Given whenever a transaction was rolled back.</summary>
    public SemaphoreSlim RolledBack { get; } = new(0);

    public override EmbeddedTransaction BeginTransaction(AccessMode mode, CancellationToken cancellationToken = default)
    {
        if (mode != AccessMode.Read)
        {
            _writer.Wait(cancellationToken);
        }

        Log.Enqueue($"begin {mode}");
        return new ScriptedTransaction(this, mode);
    }

    public override EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default)
    {
        var transaction = BeginTransaction(AccessMode.Write, cancellationToken);
        try
        {
            return new CommittingResult(transaction, transaction.Run(cypher, parameters, cancellationToken));
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _writer.Dispose();
        Waiting.Dispose();
        RolledBack.Dispose();
    }

    private sealed class ScriptedTransaction(ScriptedDatabase database, AccessMode mode) : EmbeddedTransaction
    {
        private bool _isOpen = true;

        public override EmbeddedResult Run(
            string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default)
        {
            Assert.True(_isOpen);
            if (cypher.StartsWith("FAIL Neo", StringComparison.Ordinal))
            {
                throw new CypherException(cypher[5..], "as asked");
            }

            return cypher == "BUG"
                ? throw new InvalidOperationException("a bug")
                : new ScriptedResult(database, cypher, parameters ?? MapValue.Empty, cancellationToken);
        }

        public override void Commit() => End("commit");

        public override void Rollback() => End("rollback");

        protected override void Dispose(bool disposing)
        {
            if (_isOpen)
            {
                End("rollback");
                database.RolledBack.Release();
            }
        }

        private void End(string how)
        {
            Assert.True(_isOpen);
            _isOpen = false;
            database.Log.Enqueue(how);
            if (mode != AccessMode.Read)
            {
                database._writer.Release();
            }
        }
    }

    /// <summary>Commits with its last row.</summary>
    private sealed class CommittingResult(EmbeddedTransaction transaction, EmbeddedResult result) : EmbeddedResult
    {
        public override IReadOnlyList<string> Columns => result.Columns;

        public override ReadOnlySpan<Value> Current => result.Current;

        public override ResultSummary Summary => result.Summary;

        public override bool MoveNext()
        {
            if (result.MoveNext())
            {
                return true;
            }

            transaction.Commit();
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            result.Dispose();
            transaction.Dispose();
        }
    }
}
