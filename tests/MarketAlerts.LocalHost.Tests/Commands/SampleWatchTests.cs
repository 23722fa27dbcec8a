using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;
using MarketAlerts.LocalHost.Tests.Scenarios;

namespace MarketAlerts.LocalHost.Tests.Commands;

/// <summary>What the first live run watches.</summary>
public sealed class SampleWatchTests
{
    [Fact]
    public void Read_AcceptsTheSample_WithTwoPublicFeedsAskedPolitely()
    {
        var path = Path.Combine(ScenarioFolders.Root, "..", "functions", "MarketAlerts.LocalHost", "sample-watch.json");

        var watch = WatchFileParser.Read("sample-watch.json", File.ReadAllText(path), new HashSet<Symbol>());

        watch.Feeds.Count.ShouldBe(2);
        watch.Feeds.ShouldAllBe(feed => feed.Kind == FeedKind.Rss && feed.Address!.Scheme == "https" && feed.EveryMinutes == 5);
        watch.Subscribers.ShouldHaveSingleItem().Rules.ShouldContain(Rule.FromText("news NVDA"));
    }
}
