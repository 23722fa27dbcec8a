using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.Operations;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Core.Tests.Stages.Operations;

public sealed class FeedMonitorTests
{
    private readonly NewsWorld _news = new();
    private readonly LogRecorder<FeedMonitor> _log = new();

    // Something new every 20 minutes from 15:00 to 18:00 UTC: silence is longer than 40 minutes.
    [Theory]
    [InlineData("18:40", 0)]
    [InlineData("18:41", 1)]
    [InlineData("21:30", 0)] // Closed: nobody is told.
    [InlineData("2025-01-28T14:29Z", 0)]
    public async Task CheckAsync_TellsOfAFeed_ThatIsSilentTwiceAsLongAsUsual(string now, int expected)
    {
        await ArriveAsync(Enumerable.Range(0, 10).Select(third => Given.At("15:00").AddMinutes(20 * third)));

        (await LookAsync(now)).ShouldBe(expected);

        _log.Entries.Select(entry => (entry.Level, entry.Id.Id)).ShouldBe(expected is 0 ? [] : [(LogLevel.Warning, 1006)]);
    }

    // The last came at 20:50, ten minutes before the close; 30 more minutes of market time are over at 14:50 of the next morning.
    [Theory]
    [InlineData("2025-01-28T14:50Z", 0)]
    [InlineData("2025-01-28T14:51Z", 1)]
    public async Task CheckAsync_CountsNoNight_WhenTheMarketOpensAgain(string now, int expected)
    {
        await ArriveAsync(Enumerable.Range(0, 10).Select(third => Given.At("20:41").AddMinutes(third)));

        (await LookAsync(now)).ShouldBe(expected);
    }

    // Two sessions of 6.5 hours: of a feed whose rhythm nobody knows, silence is longer than that. 15:08 on Monday to 15:08 on Wednesday.
    [Theory]
    [InlineData(9, "2025-01-29T15:08Z", 0)]
    [InlineData(9, "2025-01-29T15:09Z", 1)]
    [InlineData(1, "2025-01-29T15:01Z", 1)]
    public async Task CheckAsync_WaitsTwoSessions_BeforeTenArrivals(int arrivals, string now, int expected)
    {
        await ArriveAsync(Enumerable.Range(0, arrivals).Select(minute => Given.At("15:00").AddMinutes(minute)));

        (await LookAsync(now)).ShouldBe(expected);
    }

    private async Task ArriveAsync(IEnumerable<DateTimeOffset> times)
    {
        var state = times.Aggregate(new FeedState("wire"), (feed, time) => feed.After(new NewsAnswer([], FeedVersion.None), true, time));
        await _news.SaveAsync(state, CancellationToken.None);
    }

    private Task<int> LookAsync(string now)
    {
        _news.Time.AdjustTime(Given.Instant(now));
        return new FeedMonitor(_news.Clock, _news, _news, _log).CheckAsync(TestContext.Current.CancellationToken);
    }
}
