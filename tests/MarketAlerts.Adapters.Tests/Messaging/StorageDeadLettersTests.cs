using MarketAlerts.Adapters.Messaging;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Messaging;

/// <summary>The clock stands an hour after now, by which storage notes when a letter died.</summary>
public sealed class StorageDeadLettersTests
{
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);
    private readonly string _name = TestStorage.Unique("queue");
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow().AddHours(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_PutsEachBackIntoItsQueue_AsItWas()
    {
        var queue = await DeadAsync("b0000.20250127T143000", "b0001.20250127T143000");

        (await RunAsync(false)).Order().ShouldBe(["b0000.20250127T143000 due-bucket 1", "b0001.20250127T143000 due-bucket 1"]);

        (await queue.CountPoisonAsync(Token)).ShouldBe(0);
        var back = await queue.ReceiveAsync(32, Hidden, Token);
        back.Select(message => (message.Id, message.Content))
            .Order()
            .ShouldBe([
                ("b0000.20250127T143000", ContentOf("b0000.20250127T143000")),
                ("b0001.20250127T143000", ContentOf("b0001.20250127T143000")),
            ]);
        (await RunAsync(false)).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_LeavesThemWhereTheyAre_WhenItIsADryRun()
    {
        var queue = await DeadAsync([.. Enumerable.Range(0, 40).Select(number => $"b{number:D4}.20250127T143000")]);

        (await RunAsync(true)).Length.ShouldBe(40, "more than one request brings");
        (await RunAsync(true)).Length.ShouldBe(40, "they are not hidden");

        (await queue.CountAsync(Token)).ShouldBe(0);
        (await queue.CountPoisonAsync(Token)).ShouldBe(40);
    }

    // Whoever ends between both has the message twice: in its queue, and among the dead.
    [Fact]
    public async Task PutBackAsync_LeavesTheLetter_UntilItIsRemoved()
    {
        var queue = await DeadAsync("b0000.20250127T143000");
        var letters = new StorageDeadLetters(TestStorage.Queues());
        var letter = (await letters.TakeAsync(_name, Token)).ShouldHaveSingleItem();

        await letters.PutBackAsync(_name, letter, Token);
        (await queue.CountAsync(Token), await queue.CountPoisonAsync(Token)).ShouldBe((1, 1));
        await letters.RemoveAsync(_name, letter, Token);

        (await queue.CountAsync(Token), await queue.CountPoisonAsync(Token)).ShouldBe((1, 0));
    }

    private async Task<StorageQueue> DeadAsync(params string[] ids)
    {
        var queue = await StorageQueue.OpenAsync(TestStorage.Queues(), _name, Token);
        foreach (var id in ids)
        {
            await queue.SendAsync(new OutgoingMessage(_name, id, ContentOf(id)), TimeSpan.Zero, Token);
            await queue.PoisonAsync((await queue.ReceiveAsync(1, Hidden, Token))[0], Token);
        }

        return queue;
    }

    private string ContentOf(string id) => MessageCodec.Write(new DueBucket(id[..5]), id, _time.GetUtcNow().AddHours(-1));

    private async Task<string[]> RunAsync(bool dryRun) =>
        await new Redriver(new StorageDeadLetters(TestStorage.Queues()), new RetentionOptions(), _time)
            .RunAsync(_name, dryRun, Token)
            .Select(letter => $"{letter.View.Id} {letter.View.Schema}")
            .ToArrayAsync(Token);
}
