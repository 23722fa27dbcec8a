using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>A message is written down, then sent, then recorded, and what a crash in between leaves is sent once more.</summary>
public sealed class MailClaimsTests : IDisposable
{
    private readonly FlushWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task FlushAsync_ClaimsSendsAndRecords_WhenSomethingIsDue()
    {
        var steps = new List<string>();
        var whileSent = new List<string>();
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Subscribers.Writing = steps.Add;
        _world.Email.Answer = _ =>
        {
            steps.Add("send");
            whileSent.AddRange(_world.Waits);
            return ScriptedChannel.Accepted;
        };

        await _world.FlushAsync();

        steps.ShouldBe(["claim", "send", "record"]);
        whileSent.ShouldBe(["ana Mail 01-27 14:34:00 None"], "the mail waits to be sent again as long as it is not recorded");
        _world.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task FlushAsync_SaysSoInTheLedger_WhenItClaimsAndSends()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));

        await _world.FlushAsync();

        const string Key = "20250127.NVDA-down-20250127.0001";
        (await _world.LedgerOf("ana"))
            .Select(line => (line.Decision, line.Subject, line.Reason, line.Incidents[0]))
            .ShouldBe([
                (DeliveryStep.Claimed, Key, "You asked for: NVDA notable.", Nvda.Id),
                (DeliveryStep.Sent, Key, "email a…@example.com: Accepted.", Nvda.Id),
            ]);
    }

    [Fact]
    public async Task FlushAsync_FollowsInTheThread_WhenTheIncidentWasToldBefore()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        await _world.FlushAsync();
        await _world.FileAsync("ana", "m2", "14:40", Entry(Nvda, time: "14:39").Passing(9));

        await _world.FlushAsync("14:40");

        var (first, second) = (_world.Email.Mails[0], _world.Email.Mails[1]);
        second.Thread.References.ShouldBe([first.Thread.MessageId]);
        (second.Kind, second.Subject).ShouldBe((MailKind.Update, first.Subject));
        second.Thread.MessageId.ShouldNotBe(first.Thread.MessageId);
    }

    [Fact]
    public async Task FlushAsync_SendsItOnceMoreAfterTheResendTime_WhenTheHostDiedBeforeItWasSent()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Email.Answer = _ => throw new IOException("The host died.");
        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);
        _world.Email.Answer = _ => ScriptedChannel.Accepted;

        await _world.FlushAsync("14:33:58");
        _world.Email.Mails.Count.ShouldBe(1, "it may still be on its way");
        await _world.FlushAsync("14:34");
        await _world.FlushAsync("14:40");

        var tried = _world.Email.Mails.Select(mail => mail.Thread.MessageId).ToArray();
        tried.ShouldBe([tried[0], tried[0]]);
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Claimed, DeliveryStep.Resent, DeliveryStep.Sent]);
        _world.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task FlushAsync_SendsTwiceUnderOneId_WhenTheHostDiedBeforeItWasRecorded()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Subscribers.Writing = what => _ = what is "record" ? throw new IOException("The host died.") : what;
        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);
        _world.Subscribers.Writing = null;

        await _world.FlushAsync("14:34");
        await _world.FlushAsync("14:40");

        _world.Email.Mails.Count.ShouldBe(2);
        _world.Email.Mails.Select(mail => mail.Thread.MessageId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FlushAsync_LosesNothing_WhenTheHostDiedBeforeTheClaim()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Subscribers.Writing = _ => throw new IOException("The host died.");
        await Should.ThrowAsync<AggregateException>(_world.FlushAsync);
        _world.Subscribers.Writing = null;
        _world.Email.Mails.ShouldBeEmpty();
        _world.Waits.ShouldBe(["ana Item 01-27 14:31:00 None"]);

        await _world.FlushAsync();

        _world.Email.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task FlushAsync_SendsOnce_WhenAnotherInstanceClaimedFirst()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Subscribers.Writing = _ =>
        {
            _world.Subscribers.Writing = null;
            _world.FlushAsync().GetAwaiter().GetResult();
        };

        await _world.FlushAsync();

        _world.Email.Mails.Count.ShouldBe(1);
        (await _world.StepsOf("ana")).ShouldBe([DeliveryStep.Claimed, DeliveryStep.Sent]);
    }

    // A mail that waits to be sent again stops nothing new, and what it took is not told twice.
    [Fact]
    public async Task FlushAsync_TellsWhatIsNew_WhenAnEarlierMailStillWaits()
    {
        await _world.FileAsync("ana", "m1", "14:31", Entry(Nvda));
        _world.Email.Answer = _ => ScriptedChannel.Busy with { RetryAfter = TimeSpan.FromHours(1) };
        await _world.FlushAsync();
        _world.Email.Answer = _ => ScriptedChannel.Accepted;
        await _world.FileAsync("ana", "m2", "14:40", Entry(Chips, time: "14:39"));

        await _world.FlushAsync("14:40");

        _world.Email.Mails.Select(mail => mail.Content.IncidentId).ShouldBe([Nvda.Id, Chips.Id]);
        _world.Waits.ShouldBe(["ana Mail 01-27 15:32:00 None"]);
    }
}
