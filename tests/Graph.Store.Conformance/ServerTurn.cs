namespace Graph.Store.Conformance;

/// <summary>
/// The right to use the one Neo4j that the environment names. Test projects run side by side as processes of their own, and
/// each needs the server's graph to itself; a mutex of the machine gives them turns.
/// </summary>
/// <remarks>A mutex belongs to a thread, and asynchronous tests change theirs: a thread of its own holds it.</remarks>
internal sealed class ServerTurn : IDisposable
{
    private const string Name = "Global\\graph-tests-neo4j";

    private readonly ManualResetEventSlim ended = new();
    private readonly TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Thread holder;

    private ServerTurn()
    {
        holder = new Thread(Hold) { IsBackground = true };
        holder.Start();
    }

    /// <summary>Waits for the turn.</summary>
    public static async Task<ServerTurn> TakeAsync()
    {
        var turn = new ServerTurn();
        await turn.taken.Task.ConfigureAwait(false);
        return turn;
    }

    public void Dispose()
    {
        ended.Set();
        holder.Join();
        ended.Dispose();
    }

    private void Hold()
    {
        using var mutex = new Mutex(initiallyOwned: false, Name);
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The process before ended without giving it back; the turn is ours all the same.
        }

        taken.SetResult();
        ended.Wait();
        mutex.ReleaseMutex();
    }
}
