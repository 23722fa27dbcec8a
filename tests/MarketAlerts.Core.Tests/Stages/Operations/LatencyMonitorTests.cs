using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Tests.Stages.Metering;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

/// <summary>The defaults: 90 s, 15 minutes, at least 5 alerts. A look every five minutes.</summary>
public sealed class LatencyMonitorTests
{
    private readonly LogRecorder<LatencyMonitor> _log = new();
    private readonly RememberedLatencies _store = new();
    private readonly FakeTimeProvider _time = new(Given.At("14:30"));

    [Theory]
    [InlineData(5, 90, false)]
    [InlineData(5, 91, true)]
    [InlineData(4, 3_000, false)] // Too few to say anything.
    public async Task CheckAsync_TellsOps_WhenTheBudgetIsBroken(int alerts, int seconds, bool expected)
    {
        Accept("14:50", alerts, seconds);

        (await LookAsync("15:00")).ShouldBe(expected);

        _log.Entries.Select(entry => (entry.Level, entry.Id.Id, entry.Id.Name))
            .ShouldBe(expected ? [(LogLevel.Error, 1007, "LatencyBudgetBroken")] : []);
    }

    // 4 of 5 in (30, 45]; the slowest alone is an outlier.
    [Fact]
    public async Task CheckAsync_SaysNothing_OfASingleOutlier()
    {
        Accept("14:50", 4, 40);
        Accept("14:50", 1, 3_000);

        (await LookAsync("15:00")).ShouldBeFalse();
    }

    // 10 alerts in (300, 600]: below 20 the slowest is left out, so 300 + 300 * 9/10 = 570 s.
    [Fact]
    public async Task CheckAsync_TellsOnce_WhileItLasts()
    {
        Accept("14:50", 10, 400);
        await LookAsync("14:55");
        _log.Entries.ShouldHaveSingleItem()
            .Text.ShouldStartWith(
                "Alerts take too long: of 10 that servers accepted in the last 15 minutes, 95 % took up to 570 s from the quote"
            );

        Accept("15:00", 10, 400);
        (await LookAsync("15:00")).ShouldBeTrue();
        (await LookAsync("15:15")).ShouldBeTrue();
        _log.Entries.Count.ShouldBe(1);

        (await LookAsync("15:20")).ShouldBeFalse();
        (await LookAsync("15:25")).ShouldBeFalse();
        Accept("15:29", 5, 400);
        await LookAsync("15:30");
        _log.Entries.Select(entry => entry.Id.Id).ShouldBe([1007, 1008, 1007]);
    }

    [Fact]
    public async Task CheckAsync_TellsAgain_WhenItCouldNotRemember()
    {
        Accept("14:50", 5, 400);
        _store.Down = true;
        await Should.ThrowAsync<IOException>(() => LookAsync("14:55"));
        _store.Down = false;

        await LookAsync("15:00");

        _log.Entries.Select(entry => entry.Id.Id).ShouldBe([1007, 1007]);
    }

    [Fact]
    public async Task CheckAsync_Forgets_WhatIsOlderThanADay()
    {
        Accept("14:30", 5, 1);
        Accept("14:36", 5, 1);

        await LookAsync("2025-01-28T14:35Z");

        _store.Rows.ShouldHaveSingleItem().At.ShouldBe(Given.At("14:36"));
    }

    private void Accept(string at, int alerts, int seconds) =>
        _store.Rows.Add((Given.At(at), "b0000", LatencyHistogram.FromLatencies(Enumerable.Repeat(TimeSpan.FromSeconds(seconds), alerts))));

    private Task<bool> LookAsync(string now)
    {
        _time.SetUtcNow(Given.Instant(now));
        return new LatencyMonitor(new MarketClock(_time, Given.Calendar), _store, new LatencyOptions(), _log).CheckAsync(
            TestContext.Current.CancellationToken
        );
    }
}
