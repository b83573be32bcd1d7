using Graph.Worker.Inbox;

namespace Graph.Worker.Tests.Inbox;

public sealed class SqliteInboxTests : InboxCompliance
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private InboxOptions Options => new() { Path = Path.Combine(folder.Path, "inbox.db"), MaximumAttempts = 2 };

    protected override Task<IInbox> OpenAsync() => Task.FromResult<IInbox>(SqliteInbox.Open(Options, Time));

    protected override Task CleanAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task an_article_received_again_takes_its_turn_again_with_its_text_of_now()
    {
        await Inbox.ReceiveAsync(Article("One", "First version."), "a.txt", Token);
        await Inbox.ReceiveAsync(Article("Two"), "b.txt", Token);
        await Inbox.ReceiveAsync(Article("One", "Second version."), "a.txt", Token);

        var messages = await DrainAsync(new Outcome.Processed());

        Assert.Equal(["They met.", "Second version."], messages.Select(message => message.Article.Text));
    }

    [Fact]
    public async Task settling_an_older_reception_leaves_the_newer_one_waiting()
    {
        await Inbox.ReceiveAsync(Article("One", "First version."), "a.txt", Token);
        var taken = await Inbox.TakeAsync(Task.CompletedTask, Token).FirstAsync(Token);
        await Inbox.ReceiveAsync(Article("One", "Second version."), "a.txt", Token);
        await Inbox.SettleAsync(taken, new Outcome.Processed(), Token);

        Assert.Equal("Second version.", Assert.Single(await DrainAsync(new Outcome.Processed())).Article.Text);
    }

    [Fact]
    public async Task a_retry_waits_for_its_time_and_counts_the_attempts()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        var first = await Inbox.TakeAsync(Task.CompletedTask, Token).FirstAsync(Token);
        await Inbox.SettleAsync(first, new Outcome.Retry(TimeSpan.FromSeconds(30), "busy"), Token);

        var second = Inbox.TakeAsync(Task.CompletedTask, Token).FirstAsync(Token).AsTask();
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(second.IsCompleted);
        while (!second.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(2, (await second).Attempts);
    }

    [Fact]
    public async Task an_article_that_ends_the_process_each_time_is_given_up()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        for (var attempt = 0; attempt < Options.MaximumAttempts; attempt++)
        {
            await Inbox.TakeAsync(Task.CompletedTask, Token).FirstAsync(Token);
            await CrashAsync();
        }

        Assert.Empty(await DrainAsync(new Outcome.Processed()));
        Assert.Equal(DeadLetterCodes.ProcessEnded, Assert.Single((await Inbox.StatusAsync(Token)).Dead).Code);
    }

    [Fact]
    public async Task a_clean_stop_does_not_count_as_an_attempt()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        for (var start = 0; start < 5; start++)
        {
            await Inbox.TakeAsync(Task.CompletedTask, Token).FirstAsync(Token);
            await ReopenAsync();
        }

        Assert.Equal(1, Assert.Single(await DrainAsync(new Outcome.Processed())).Attempts);
    }

    [Fact]
    public void a_second_process_is_told_that_the_inbox_is_in_use()
    {
        var exception = Assert.Throws<InboxInUseException>(() => SqliteInbox.Open(Options, Time));

        Assert.Contains("POST /api/articles", exception.Message);
    }

    [Fact]
    public async Task the_status_can_be_read_while_another_process_works()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await DrainAsync(new Outcome.Processed());
        await Inbox.ReceiveAsync(Article("Two"), "a.txt", Token);

        var counts = SqliteInbox.ReadStatus(Options).Counts;

        Assert.Equal((1, 0, 1, 0), (counts[InboxState.Received], counts[InboxState.Taken], counts[InboxState.Done], counts[InboxState.Dead]));
    }

    [Fact]
    public async Task a_forgotten_article_is_gone()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);

        Assert.True(await Inbox.ForgetAsync(Article("One").Id, Token));
        Assert.False(await Inbox.ForgetAsync(Article("One").Id, Token));
        Assert.Empty(await DrainAsync(new Outcome.Processed()));
    }

    /// <summary>The file as a process that ended at once leaves it.</summary>
    private async Task CrashAsync()
    {
        var copy = Path.Combine(folder.Path, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.GetFiles(folder.Path, "inbox.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }

        await Inbox.DisposeAsync();
        foreach (var file in Directory.GetFiles(copy))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)), overwrite: true);
        }

        Directory.Delete(copy, recursive: true);
        await ReopenAfterCrashAsync();
    }

    private Task ReopenAfterCrashAsync() => InitializeAsync().AsTask();
}
