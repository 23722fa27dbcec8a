using MarketAlerts.Core.Deliveries;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>Ana, Ben and Cleo are due in this order; something goes wrong with Ben's message.</summary>
public sealed class FlushFailureTests : IDisposable
{
    private const string Ben = "ben@example.com";
    private readonly FlushWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task FlushAsync_TellsTheOthers_WhenOneMessageCannotBeComposed()
    {
        await FileAsync("ana", "ben", "cleo");
        _world.Links.FailsFor = Ben;

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync)).InnerExceptions.ShouldHaveSingleItem().Message.ShouldBe("No key.");

        _world.Email.SentTo.ShouldBe(["ana@example.com", "cleo@example.com"]);
        _world.Waits.ShouldBe(["ben Item 01-27 14:31:01 None"]);
        await ShouldTellBenAsync();
    }

    [Fact]
    public async Task FlushAsync_TellsTheOthers_WhenOneClaimCannotBeWritten()
    {
        await FileAsync("ana", "ben", "cleo");
        FailAt("claim", 0, 2); // The first is that of all together, then each by itself: Ana, Ben, Cleo.

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync))
            .InnerExceptions.ShouldHaveSingleItem()
            .ShouldBeOfType<IOException>();

        _world.Email.SentTo.ShouldBe(["ana@example.com", "cleo@example.com"]);
        _world.Waits.ShouldBe(["ben Item 01-27 14:31:01 None"]);
        await ShouldTellBenAsync();
    }

    [Fact]
    public async Task FlushAsync_TellsTheOthers_WhenTheChannelThrowsForOne()
    {
        await FileAsync("ana", "ben", "cleo");
        _world.Email.Answer = mail => mail.To.Address == Ben ? throw new IOException("Broken pipe.") : ScriptedChannel.Accepted;

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync))
            .InnerExceptions.ShouldHaveSingleItem()
            .Message.ShouldBe("Broken pipe.");

        _world.Waits.ShouldBe(["ben Mail 01-27 14:34:00 None"]);
        (await _world.StepsOf("cleo")).ShouldBe([DeliveryStep.Claimed, DeliveryStep.Sent]);
    }

    [Fact]
    public async Task FlushAsync_TellsTheOthers_WhenOneCannotBeRecorded()
    {
        await FileAsync("ana", "ben", "cleo");
        FailAt("record", 1);

        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);

        _world.Email.Mails.Count.ShouldBe(3);
        _world.Waits.ShouldBe(["ben Mail 01-27 14:34:00 None"]);
    }

    [Fact]
    public async Task FlushAsync_TellsOfEveryFailure_WhenSeveralFail()
    {
        await FileAsync("ana", "ben", "cleo", "dan");
        _world.Links.FailsFor = Ben;
        _world.Email.Answer = mail =>
            mail.To.Address == "dan@example.com" ? throw new IOException("Broken pipe.") : ScriptedChannel.Accepted;

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync))
            .InnerExceptions.Select(failure => failure.Message)
            .ShouldBe(["No key.", "Broken pipe."], ignoreOrder: true);
    }

    // The claims together, then three by themselves: after that it is the store's trouble.
    [Fact]
    public async Task FlushAsync_StopsAsking_WhenTheStoreRefusesSeveralInARow()
    {
        await FileAsync("ana", "ben", "cleo", "dan", "eve");
        var asked = 0;
        _world.Subscribers.Writing = _ => throw new IOException($"Down {++asked}.");

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync))
            .InnerExceptions.Select(failure => failure.Message)
            .ShouldBe(["Down 2.", "Down 3.", "Down 4."], ignoreOrder: true);

        _world.Email.Mails.ShouldBeEmpty();
        _world.Waits.Count().ShouldBe(5);
    }

    [Fact]
    public async Task FlushAsync_GoesOn_WhenTheStoreRefusesSomeThatAreNotInARow()
    {
        await FileAsync("ana", "ben", "cleo", "dan", "eve", "fay");
        FailAt("claim", 0, 1, 2, 4, 5);

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync)).InnerExceptions.Count.ShouldBe(4);

        _world.Email.SentTo.ShouldBe(["cleo@example.com", "fay@example.com"]);
    }

    [Fact]
    public async Task FlushAsync_SendsWhatStands_WhenTheStoreFailsAfterIt()
    {
        await FileAsync("ana", "ben", "cleo", "dan");
        FailAt("claim", 0, 2, 3, 4); // Together; then Ana's stands, and three in a row fail.

        (await Should.ThrowAsync<AggregateException>(_world.FlushAsync)).InnerExceptions.Count.ShouldBe(3);

        _world.Email.SentTo.ShouldBe(["ana@example.com"]);
    }

    [Fact]
    public async Task FlushAsync_TellsTheOthers_WhenWhatOneHoldsCannotBeWritten()
    {
        await FileAsync("ana", "ben");
        _world.Enter("ben", ben => ben with { Unsubscribed = true });
        _world.Subscribers.Writing = what =>
        {
            if (what is "hold")
            {
                throw new IOException("Down.");
            }
        };

        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);

        _world.Email.SentTo.ShouldBe(["ana@example.com"]);
        _world.Waits.ShouldBe(["ben Item 01-27 14:31:01 None"]);
    }

    [Fact]
    public async Task FlushAsync_SendsWhatWasHandedOn_WhenWhatIsHeldCannotBeWritten()
    {
        _world.Enter("ana");
        var unsent = await _world.ClaimAsync("ana");
        await _world.FileAsync("ben", "m1", "14:31", Entry(Nvda));
        _world.Incidents.Remove(Nvda.Id);
        FailAt("hold", 0, 1); // Together, then by itself.

        await Should.ThrowAsync<AggregateException>(() => _world.FlushAsync("14:34"));

        _world.Email.Mails.ShouldHaveSingleItem().Thread.MessageId.ShouldBe(unsent.Mail.Mail.Thread.MessageId);
        _world.Waits.ShouldBe(["ben Item 01-27 14:31:00 None"]);
    }

    private async Task FileAsync(params string[] names)
    {
        foreach (var (second, name) in names.Index())
        {
            await _world.FileAsync(name, "m1", $"14:31:0{second}", Entry(Nvda));
        }
    }

    private void FailAt(string write, params int[] numbers)
    {
        var count = 0;
        _world.Subscribers.Writing = what =>
        {
            if (what == write && numbers.Contains(count++))
            {
                throw new IOException("Down.");
            }
        };
    }

    private async Task ShouldTellBenAsync()
    {
        (_world.Links.FailsFor, _world.Subscribers.Writing) = (null, null);
        _world.Email.Mails.Clear();
        await _world.FlushAsync();
        _world.Email.SentTo.ShouldBe([Ben]);
    }
}
