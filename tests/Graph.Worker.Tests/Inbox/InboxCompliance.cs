using Graph.Model;
using Graph.Worker.Inbox;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Worker.Tests.Inbox;

/// <summary>What every inbox keeps to; each kind inherits it.</summary>
public abstract class InboxCompliance : IAsyncLifetime
{
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2031, 3, 4, 12, 0, 0, TimeSpan.Zero));

    protected IInbox Inbox { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Inbox = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await Inbox.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the inbox of this test, which is empty the first time.</summary>
    protected abstract Task<IInbox> OpenAsync();

    protected abstract Task CleanAsync();

    protected static Article Article(string title, string text = "They met.") =>
        new() { Id = ArticleId.From(null, "Herald", title), Title = title, Text = text, Date = new DateOnly(2031, 3, 4), Source = "Herald", Url = null };

    [Fact]
    public async Task articles_are_taken_in_order_with_everything_they_came_with()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await Inbox.ReceiveAsync(Article("Two"), "b.txt", Token);

        var messages = await DrainAsync(new Outcome.Processed());

        Assert.Equal([Article("One"), Article("Two")], messages.Select(message => message.Article));
        Assert.Equal(["a.txt", "b.txt"], messages.Select(message => message.Origin));
        Assert.All(messages, message => Assert.Equal(1, message.Attempts));
    }

    [Fact]
    public async Task what_was_received_survives_the_end_of_the_process()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await ReopenAsync();

        Assert.Equal("One", Assert.Single(await DrainAsync(new Outcome.Processed())).Article.Title);
    }

    [Fact]
    public async Task what_was_taken_and_not_settled_is_delivered_again()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await foreach (var _ in Inbox.TakeAsync(Task.CompletedTask, Token))
        {
            break;
        }

        await ReopenAsync();

        Assert.Equal("One", Assert.Single(await DrainAsync(new Outcome.Processed())).Article.Title);
    }

    [Fact]
    public async Task what_was_processed_does_not_come_back()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await DrainAsync(new Outcome.Processed());
        await ReopenAsync();

        Assert.Empty(await DrainAsync(new Outcome.Processed()));
    }

    [Fact]
    public async Task a_dead_letter_keeps_its_reason_and_comes_back_when_tried_again()
    {
        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await DrainAsync(new Outcome.DeadLetter(DeadLetterCodes.ExtractionFailed, "it broke"));
        await ReopenAsync();

        Assert.Empty(await DrainAsync(new Outcome.Processed()));
        var dead = Assert.Single((await Inbox.StatusAsync(Token)).Dead);
        Assert.Equal((Article("One").Id, "GRA-P001", "it broke", 1), (dead.ArticleId, dead.Code, dead.Reason, dead.Attempts));

        Assert.Equal(1, await Inbox.RetryAsync(Token));
        Assert.Equal(Article("One"), Assert.Single(await DrainAsync(new Outcome.Processed())).Article);
        Assert.Empty((await Inbox.StatusAsync(Token)).Dead);
    }

    [Fact]
    public async Task taking_goes_on_until_nothing_more_will_be_received()
    {
        var until = new TaskCompletionSource();
        var titles = new List<string>();
        var taking = Task.Run(async () =>
        {
            await foreach (var message in Inbox.TakeAsync(until.Task, Token))
            {
                titles.Add(message.Article.Title);
                await Inbox.SettleAsync(message, new Outcome.Processed(), Token);
            }
        }, Token);

        await Inbox.ReceiveAsync(Article("One"), "a.txt", Token);
        await Inbox.ReceiveAsync(Article("Two"), "b.txt", Token);
        until.SetResult();
        await taking;

        Assert.Equal(["One", "Two"], titles);
    }

    [Fact]
    public async Task a_cancelled_taking_stops()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var taking = Task.Run(
            async () =>
            {
                await foreach (var _ in Inbox.TakeAsync(Task.Delay(Timeout.Infinite, stop.Token), stop.Token))
                {
                }
            },
            Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
    }

    protected async Task ReopenAsync()
    {
        await Inbox.DisposeAsync();
        Inbox = await OpenAsync();
    }

    protected async Task<List<InboxMessage>> DrainAsync(Outcome outcome)
    {
        var messages = new List<InboxMessage>();
        await foreach (var message in Inbox.TakeAsync(Task.CompletedTask, Token))
        {
            messages.Add(message);
            await Inbox.SettleAsync(message, outcome, Token);
        }

        return messages;
    }
}
