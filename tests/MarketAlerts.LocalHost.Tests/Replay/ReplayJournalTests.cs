using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Replay;

public sealed class ReplayJournalTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    private readonly string _scenario = TestStorage.Unique("Monday / \"first\"#");
    private readonly List<OutgoingMessage> _taken = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_ReturnsNull_WhenTheReplayStartsNow()
    {
        var journal = Journal();

        (await journal.OpenAsync(Token)).ShouldBeNull();
        journal.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task OpenAsync_ReturnsThePosition_WhenAReplayWasInterrupted()
    {
        var journal = await OpenedAsync();
        await journal.MoveToAsync(Start, Token);
        await journal.MoveToAsync(Start.AddSeconds(20), Token);

        (await Journal().OpenAsync(Token)).ShouldBe(Start.AddSeconds(20));
    }

    [Fact]
    public async Task OpenAsync_ReturnsNull_WhenAnotherScenarioWasInterrupted()
    {
        await (await OpenedAsync()).MoveToAsync(Start, Token);

        (await new ReplayJournal(TestStorage.Tables(), TestStorage.Unique("other")).OpenAsync(Token)).ShouldBeNull();
    }

    [Fact]
    public async Task ReleaseAsync_TakesNothing_WhenNothingIsDue()
    {
        var journal = await OpenedAsync();
        await journal.DelayAsync(Message("a", 10), Token);

        await journal.ReleaseAsync(Start.AddSeconds(9), Take, Token);

        _taken.ShouldBeEmpty();
        journal.NextDue.ShouldBe(Start.AddSeconds(10));
    }

    [Fact]
    public async Task ReleaseAsync_TakesWhatIsDueInOrder_WhenItsTimeHasCome()
    {
        var journal = await OpenedAsync();
        await journal.DelayAsync(Message("c", 30), Token);
        await journal.DelayAsync(Message("a", 20), Token);
        await journal.DelayAsync(Message("b", 10), Token);

        await journal.ReleaseAsync(Start.AddSeconds(20), Take, Token);

        _taken.ShouldBe([new OutgoingMessage("deliveries", "b", "content of b"), new OutgoingMessage("deliveries", "a", "content of a")]);
        journal.NextDue.ShouldBe(Start.AddSeconds(30));
    }

    [Fact]
    public async Task ReleaseAsync_TakesEachOnce_WhenItIsDelayedTwiceAndReleasedTwice()
    {
        var journal = await OpenedAsync();
        await journal.DelayAsync(Message("a", 10), Token);
        await journal.DelayAsync(Message("a", 10), Token);

        await journal.ReleaseAsync(Start.AddSeconds(10), Take, Token);
        await journal.ReleaseAsync(Start.AddSeconds(10), Take, Token);

        _taken.Count.ShouldBe(1);
        journal.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task ReleaseAsync_TakesWhatWaited_WhenAnotherInstanceDelayedIt()
    {
        await (await OpenedAsync()).DelayAsync(Message("a", 10), Token);
        var restarted = await OpenedAsync();

        restarted.NextDue.ShouldBe(Start.AddSeconds(10));
        await restarted.ReleaseAsync(Start.AddSeconds(11), Take, Token);

        _taken.ShouldHaveSingleItem().Id.ShouldBe("a");
        (await OpenedAsync()).NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task ReleaseAsync_KeepsTheMessage_WhenTakingItFails()
    {
        var journal = await OpenedAsync();
        await journal.DelayAsync(Message("a", 10), Token);

        await Should.ThrowAsync<TimeoutException>(() =>
            journal.ReleaseAsync(Start.AddSeconds(10), _ => throw new TimeoutException(), Token)
        );
        await journal.ReleaseAsync(Start.AddSeconds(10), Take, Token);

        _taken.Count.ShouldBe(1);
    }

    private ReplayJournal Journal() => new(TestStorage.Tables(), _scenario);

    private async Task<ReplayJournal> OpenedAsync()
    {
        var journal = Journal();
        await journal.OpenAsync(Token);
        return journal;
    }

    private static OutgoingMessage Message(string id, int seconds) => new("deliveries", id, $"content of {id}", Start.AddSeconds(seconds));

    private Task Take(OutgoingMessage message)
    {
        _taken.Add(message);
        return Task.CompletedTask;
    }
}
