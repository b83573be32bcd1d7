namespace Graph.Embedded.Storage.Transactions;

/// <summary>What a transaction needs of the engine that began it.</summary>
internal interface ITransactionHost
{
    TokenTables Tokens { get; }

    /// <summary>Makes a writer's version durable, then visible; returns its sequence number. The transaction is over either way.</summary>
    long Commit(GraphTransaction transaction, GraphState state);

    /// <summary>The transaction ended without a commit.</summary>
    void End(GraphTransaction transaction);
}
