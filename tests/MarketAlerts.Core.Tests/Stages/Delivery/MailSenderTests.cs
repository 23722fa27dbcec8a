using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Memory;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>A mail to Ana that was claimed at 14:31:30; what becomes of it at 14:32.</summary>
public sealed class MailSenderTests : IDisposable
{
    private const string Key = "20250127.chips-down-20250127.0001";
    private readonly FlushWorld _world = new();

    public MailSenderTests() => _world.Enter("ana");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task SendAsync_RecordsThatItWasSent_WhenTheServerTakesIt()
    {
        var unsent = await _world.ClaimAsync("ana");

        var latency = await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token);

        latency.ShouldBe(TimeSpan.FromSeconds(32), "60 s after the quote, of which 28 s are group wait");
        await ShouldBeAsync(unsent, MailState.Sent, 1, DeliveryStep.Sent, "email a…@example.com: Accepted.");
        _world.Waits.ShouldBeEmpty();
        _world.Meter.Measured.ShouldContain("marketalerts.deliveries 1 {step} step=sent reason=email");
    }

    [Fact]
    public async Task SendAsync_RecordsThatItWasRefused_WhenTheServerRejectsIt()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => ScriptedChannel.Refused;

        (await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token)).ShouldBeNull();

        await ShouldBeAsync(unsent, MailState.Rejected, 1, DeliveryStep.Rejected, "email a…@example.com: Refused.");
        _world.Waits.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "14:32:30")]
    [InlineData(1, "14:34:00")]
    [InlineData(2, "14:42:00")]
    [InlineData(3, "15:02:00")]
    [InlineData(4, "16:32:00")]
    [InlineData(5, "16:32:00")]
    [InlineData(12, "16:32:00")]
    public async Task SendAsync_TriesAgainLater_WhenTheServerIsBusy(int attemptsBefore, string due)
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => ScriptedChannel.Busy;

        (await _world.Sender.SendAsync(unsent.Mail with { Attempts = attemptsBefore }, unsent.Row, Token)).ShouldBeNull();

        _world.Waits.ShouldBe([$"ana Mail 01-27 {due} None"]);
        await ShouldBeAsync(unsent, MailState.Claimed, attemptsBefore + 1, DeliveryStep.Retried, "email a…@example.com: Busy.");
    }

    [Fact]
    public async Task SendAsync_TriesAgainAtThatTime_WhenTheServerNamesOne()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => ScriptedChannel.Busy with { RetryAfter = TimeSpan.FromMinutes(7) };

        await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token);

        _world.Waits.ShouldBe(["ana Mail 01-27 14:39:00 None"]);
    }

    [Fact]
    public async Task SendAsync_GivesUp_WhenItWasTheFourteenthAttempt()
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => ScriptedChannel.Busy;

        (await _world.Sender.SendAsync(unsent.Mail with { Attempts = 13 }, unsent.Row, Token)).ShouldBeNull();

        await ShouldBeAsync(
            unsent,
            MailState.Rejected,
            14,
            DeliveryStep.Rejected,
            "email a…@example.com: Given up after 14 attempts: Busy."
        );
        _world.Waits.ShouldBeEmpty();
    }

    // 14 attempts, the last 13 after 30 s, 2, 10, 30 min and nine times 2 h, each time from when it was tried.
    [Fact]
    public async Task FlushAsync_TriesFourteenTimesInAll_WhenTheServerStaysBusy()
    {
        await _world.ClaimAsync("ana");
        _world.Email.Answer = _ => ScriptedChannel.Busy;
        await _world.FlushAsync("14:33:30");
        var tried = new List<TimeSpan>();

        while (tried.Count < 20 && await _world.Subscribers.FirstDueAsync(MemorySubscribers.Bucket, Token) is { } due)
        {
            tried.Add(due - _world.Time.GetUtcNow());
            _world.Time.SetUtcNow(due);
            await _world.FlushAsync();
        }

        _world.Email.Mails.Count.ShouldBe(14);
        _world.Email.Mails.Select(mail => mail.Thread.MessageId).Distinct().ShouldHaveSingleItem();
        tried.Select(wait => wait.TotalSeconds).ShouldBe([30, 120, 600, 1_800, .. Enumerable.Repeat(7_200.0, 9)]);
    }

    [Theory]
    [InlineData("14:46:30", false)]
    [InlineData("14:46:31", true)]
    public async Task SendAsync_SaysThatItIsLate_WhenItWaitedForItsServer(string now, bool isLate)
    {
        var unsent = await _world.ClaimAsync("ana");
        _world.Time.SetUtcNow(Given.At(now));

        await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token);

        var clock = _world.Email.Mails.ShouldHaveSingleItem().Clock;
        (clock.IsLate, clock.Sent).ShouldBe((isLate, Given.At(isLate ? now : "14:31:30")));
        (clock.Quote, clock.Seen).ShouldBe((unsent.Mail.Mail.Clock.Quote, unsent.Mail.Mail.Clock.Seen));
    }

    [Fact]
    public async Task SendAsync_TakesTheOtherChannel_WhenTheAddressIsOfItsKind()
    {
        var unsent = await _world.ClaimAsync(
            "ana",
            mail => mail with { To = new ChannelAddress(ChannelKind.Webhook, "https://hooks.example.com/ana") }
        );

        await _world.Sender.SendAsync(unsent.Mail, unsent.Row, Token);

        (_world.Email.Mails.Count, _world.Webhook.Mails.Count).ShouldBe((0, 1));
    }

    private async Task ShouldBeAsync(UnsentMail unsent, MailState state, int attempts, DeliveryStep step, string reason)
    {
        var mail = await _world.MailOf(unsent);
        (mail.State, mail.Attempts).ShouldBe((state, attempts));
        var line = (await _world.LedgerOf("ana")).ShouldHaveSingleItem();
        (line.Decision, line.Subject, line.Reason, line.At).ShouldBe((step, Key, reason, Given.At("14:32")));
        line.Incidents.ShouldBe(["chips-down-20250127"]);
    }
}
