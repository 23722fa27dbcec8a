using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Deliveries;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Metering;

/// <summary>A quote of 14:31:00, seen at :02, decided at :33, accepted at :40; severe, so 30 s are group wait.</summary>
public sealed class LatencyRecorderTests : IDisposable
{
    private static readonly MailLatency Latency = new(
        Given.At("14:31"),
        Given.At("14:31:02"),
        Given.At("14:31:33"),
        TimeSpan.FromSeconds(30),
        TimeSpan.Zero
    );

    private readonly LogRecorder<LatencyRecorder> _log = new();
    private readonly RememberedLatencies _store = new();
    private readonly MeasuredMeter _meter = new();
    private readonly LatencyRecorder _recorder;

    public LatencyRecorderTests() =>
        _recorder = new LatencyRecorder(
            new MarketClock(new FakeTimeProvider(Given.At("14:31:40")), Given.Calendar),
            new AlertMeter(_meter),
            _store,
            _log
        );

    public void Dispose() => _meter.Dispose();

    [Fact]
    public void Accepted_Measures_WithoutSayingWho()
    {
        _recorder.Accepted(Mail(Latency)).ShouldBe(TimeSpan.FromSeconds(10));

        _meter.Measured.ShouldBe([
            "marketalerts.alert.decision 31 s severity=severe channel=email group_wait=True",
            "marketalerts.alert.acceptance 7 s severity=severe channel=email group_wait=True",
            "marketalerts.alert.latency 40 s severity=severe channel=email group_wait=True",
        ]);
    }

    [Fact]
    public void Accepted_LeavesItOutOfTheBudget_WhenSomethingElseHeldIt()
    {
        _recorder.Accepted(Mail(Latency with { GroupWait = null })).ShouldBeNull();

        _meter.Measured[^1].ShouldBe("marketalerts.alert.latency 40 s severity=severe channel=email group_wait=False");
    }

    [Fact]
    public void Accepted_HasNoLatency_OfWhatNoQuoteMade()
    {
        _recorder.Accepted(Mail(Latency with { Quote = null })).ShouldBeNull();

        _meter.Measured.Count.ShouldBe(2);
    }

    [Fact]
    public void Accepted_MeasuresNothing_OfANotice()
    {
        _recorder.Accepted(Mail(null)).ShouldBeNull();

        _meter.Measured.ShouldBeEmpty();
    }

    // Our mail server is ours to answer for, a subscriber's webhook is not.
    [Theory]
    [InlineData("a@example.com", 1, 10)]
    [InlineData("webhook:https://hooks.example.com/a", 0, 10)]
    [InlineData("webhook:https://hooks.example.com/a", 1, null)]
    public void Accepted_LeavesOut_WhatTheSubscribersOwnServerPutOff(string to, int attempts, int? seconds)
    {
        var mail = Mail(Latency);
        var address = to.StartsWith("webhook", StringComparison.Ordinal)
            ? new ChannelAddress(ChannelKind.Webhook, to[8..])
            : ChannelAddress.Email(to);

        (_recorder.Accepted(mail with { Attempts = attempts, Mail = mail.Mail with { To = address } })?.TotalSeconds).ShouldBe(seconds);

        _meter.Measured[^1].ShouldEndWith($"group_wait={seconds is not null}");
    }

    [Fact]
    public async Task KeepAsync_AddsOnceAFlush()
    {
        await _recorder.KeepAsync("b0003", [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(50)], TestContext.Current.CancellationToken);
        await _recorder.KeepAsync("b0003", [], TestContext.Current.CancellationToken);

        var (at, bucket, latencies) = _store.Rows.ShouldHaveSingleItem();
        (at, bucket, latencies.Count).ShouldBe((Given.At("14:31:40"), "b0003", 2));
    }

    [Fact]
    public async Task KeepAsync_OnlySaysSo_WhenTheTableIsDown()
    {
        _store.Down = true;

        await _recorder.KeepAsync("b0003", [TimeSpan.FromSeconds(10)], TestContext.Current.CancellationToken);

        _log.Entries.ShouldHaveSingleItem().Id.Id.ShouldBe(1009);
    }

    private static ClaimedMail Mail(MailLatency? latency)
    {
        var mail = GivenMail.Compose(GivenMail.Mailbox(GivenMail.Entry(GivenMail.Chips)), "14:31:33", TimeSpan.Zero, GivenMail.Chips);
        return new ClaimedMail(GivenMail.Ana.Id, "key", MailState.Claimed, [], [], 0, mail) { Latency = latency };
    }
}
