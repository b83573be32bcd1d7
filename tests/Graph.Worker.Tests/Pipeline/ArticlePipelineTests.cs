using Graph.Extraction;
using Graph.Model;
using Graph.Store.Port;
using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Worker.Tests.Pipeline;

public sealed class ArticlePipelineTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new() { AutoAdvanceAmount = TimeSpan.FromMilliseconds(10) };
    private readonly List<PipelineEvent> events = [];
    private InboxOptions options = null!;
    private SqliteInbox inbox = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        options = new InboxOptions { Path = Path.Combine(folder.Path, "inbox.db"), MaximumAttempts = 3, RetrySeconds = 0 };
        inbox = SqliteInbox.Open(options, time);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await inbox.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task articles_are_written_in_order_of_reception_whatever_the_parallelism(int parallelism)
    {
        var titles = await ReceiveAsync(40);

        // Every third article takes longer than those behind it.
        var gate = new SemaphoreSlim(0);
        var extractor = new FakeExtractor(async (article, token) =>
        {
            if (parallelism > 1 && titles.IndexOf(article.Title) is 0)
            {
                await gate.WaitAsync(token);
            }
            else
            {
                gate.Release();
            }
        });
        var writer = new FakeWriter();
        await RunAsync(extractor, writer, parallelism);

        Assert.Equal(titles, writer.Titles);
        Assert.Equal(40, (await inbox.StatusAsync(Token)).Counts[InboxState.Done]);
    }

    [Fact]
    public async Task a_fault_of_the_extractor_costs_only_its_article()
    {
        await ReceiveAsync(3);
        var extractor = new FakeExtractor((article, _) => article.Title == "Person 001" ? throw new InvalidOperationException("no verb") : Task.CompletedTask);
        var writer = new FakeWriter();
        await RunAsync(extractor, writer);

        Assert.Equal(["Person 000", "Person 002"], writer.Titles);
        var dead = Assert.Single((await inbox.StatusAsync(Token)).Dead);
        Assert.Equal(("GRA-P001", "InvalidOperationException: no verb"), (dead.Code, dead.Reason));
    }

    [Fact]
    public async Task a_passing_failure_of_the_database_is_tried_again_until_it_succeeds()
    {
        await ReceiveAsync(1);
        var failures = 2;
        var writer = new FakeWriterThatFails(() => failures-- > 0 ? new CypherDatabaseException("Neo.TransientError.General.Busy", "busy", isTransient: true) : null);
        await RunAsync(new FakeExtractor(), writer);

        Assert.Equal([typeof(Outcome.Retry), typeof(Outcome.Retry), typeof(Outcome.Processed)], events.Select(settled => settled.Outcome.GetType()));
    }

    [Fact]
    public async Task a_passing_failure_that_does_not_pass_is_given_up_after_the_attempts()
    {
        await ReceiveAsync(1);
        var writer = new FakeWriterThatFails(() => new CypherDatabaseException("Neo.TransientError.General.Busy", "busy", isTransient: true));
        await RunAsync(new FakeExtractor(), writer);

        var dead = Assert.Single((await inbox.StatusAsync(Token)).Dead);
        Assert.Equal(("GRA-P003", 3), (dead.Code, dead.Attempts));
    }

    [Fact]
    public async Task a_refusal_of_the_database_is_given_up_at_once()
    {
        await ReceiveAsync(1);
        var writer = new FakeWriterThatFails(() => new CypherDatabaseException("Neo.ClientError.Schema.ConstraintValidationFailed", "twice"));
        await RunAsync(new FakeExtractor(), writer);

        Assert.Equal("GRA-P002", Assert.Single((await inbox.StatusAsync(Token)).Dead).Code);
    }

    [Fact]
    public async Task a_stop_leaves_everything_unsettled_in_the_inbox()
    {
        await ReceiveAsync(5);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writer = new FakeWriter(document =>
        {
            if (document.Article.Title == "Person 002")
            {
                stop.Cancel();
                stop.Token.ThrowIfCancellationRequested();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(new FakeExtractor(), writer, 2, stop.Token));
        await inbox.DisposeAsync();
        inbox = SqliteInbox.Open(options, time);
        var rest = new FakeWriter();
        await RunAsync(new FakeExtractor(), rest);

        Assert.Equal(["Person 000", "Person 001"], writer.Titles);
        Assert.Equal(["Person 002", "Person 003", "Person 004"], rest.Titles);
    }

    [Fact]
    public async Task a_fault_of_the_program_in_the_writer_ends_the_run()
    {
        await ReceiveAsync(2);
        var writer = new FakeWriterThatFails(() => new InvalidOperationException("bug"));

        Assert.Equal("bug", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new FakeExtractor(), writer))).Message);
    }

    [Fact]
    public void the_language_stage_is_taken_off_the_extraction_it_runs_in()
    {
        var clock = new FakeTimeProvider();
        var stages = new StageClock(clock);
        using (stages.Measure(Stage.Extraction))
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            using (stages.Measure(Stage.Language))
            {
                clock.Advance(TimeSpan.FromSeconds(3));
            }
        }

        Assert.Equal(TimeSpan.FromSeconds(2), stages.Spent(Stage.Extraction));
        Assert.Equal(TimeSpan.FromSeconds(3), stages.Spent(Stage.Language));
    }

    private async Task<List<string>> ReceiveAsync(int count)
    {
        var titles = Enumerable.Range(0, count).Select(number => $"Person {number:000}").ToList();
        foreach (var title in titles)
        {
            await inbox.ReceiveAsync(new Article { Id = ArticleId.From(null, null, title), Title = title, Text = title }, title + ".txt", Token);
        }

        return titles;
    }

    private Task RunAsync(IExtractor extractor, IArticleWriter writer, int parallelism = 2, CancellationToken? stop = null)
    {
        var pipeline = new ArticlePipeline(
            inbox, extractor, writer, new StageClock(time), Options.Create(new PipelineOptions { Parallelism = parallelism }), Options.Create(options),
            NullLogger<ArticlePipeline>.Instance);
        return pipeline.RunAsync(Task.CompletedTask, events.Add, stop ?? Token);
    }

    private sealed class FakeWriterThatFails(Func<Exception?> next) : IArticleWriter
    {
        public Task WriteAsync(GraphDocument document, CancellationToken cancellationToken) =>
            next() is { } failure ? Task.FromException(failure) : Task.CompletedTask;
    }
}
