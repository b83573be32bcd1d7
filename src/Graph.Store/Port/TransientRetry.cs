using Polly;
using Polly.Retry;

namespace Graph.Store.Port;

/// <summary>Runs work again after a transient failure: deadlocks, leader changes, lost connections.</summary>
/// <remarks>Waits 0.1 s before the second try and twice as long before each further one, at most 5 s; after eight tries the last failure stands.</remarks>
public sealed class TransientRetry
{
    private const int Retries = 7;

    private readonly ResiliencePipeline pipeline;

    public TransientRetry(TimeProvider timeProvider)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        pipeline = builder.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<CypherDatabaseException>(failure => failure.IsTransient),
            MaxRetryAttempts = Retries,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(5),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        }).Build();
    }

    /// <summary>Runs <paramref name="work"/> until it succeeds, fails for good, or is cancelled.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async token => await work(token).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
}
