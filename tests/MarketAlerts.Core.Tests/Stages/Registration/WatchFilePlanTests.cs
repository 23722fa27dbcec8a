using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Stages.Registration;

/// <summary>Chips of NVDA and AMD, a feed, and Ana with two rules: all of it is there.</summary>
public sealed class WatchFilePlanTests
{
    private static readonly DateTimeOffset Now = Given.At("14:31");
    private static readonly Basket Chips = new("chips", Given.Syms("NVDA AMD"), null);
    private static readonly Feed Wire = new("wire", FeedKind.Rss, new Uri("https://example.com/rss"), 5);
    private static readonly Subscriber Ana = new(
        "ana@example.com",
        "America/New_York",
        [Rule.FromText("#chips notable"), Rule.FromText("NVDA below 100")],
        null,
        false
    );

    private static readonly Catalog Known = new([Chips], Given.Syms("NVDA AMD").ToDictionary(symbol => symbol, _ => "p0000"))
    {
        Feeds = new Dictionary<string, Feed> { ["wire"] = Wire },
    };

    [Fact]
    public void Compare_AddsEverything_WhenNothingIsThere() =>
        Lines(Catalog.Empty, null, FileOf(Ana))
            .ShouldBe([
                "Added basket chips 2 members",
                "Added symbol AMD",
                "Added symbol NVDA",
                "Added feed wire",
                "Added subscriber ana@example.com",
                "Added rule #chips notable",
                "Added rule NVDA below 100",
            ]);

    [Fact]
    public void Compare_LeavesAllAlone_WhenItIsThere()
    {
        var plan = WatchFilePlan.Compare(Known, Profiles(Stored(Ana)), FileOf(Ana), Now.AddDays(3));

        plan.IsNothing.ShouldBeTrue(string.Join(", ", plan.Changes.Where(change => change.Step is not WatchFileStep.LeftAlone)));
        plan.Changes.Count.ShouldBe(5, "basket, feed, Ana and her two rules");
    }

    [Fact]
    public void Compare_TellsWhichRulesComeAndGo() =>
        Lines(Known, Ana, FileOf(Ana with { Rules = [Rule.FromText("#chips notable"), Rule.FromText("NVDA below 90")] }))
            .ShouldBe(["Changed subscriber ana@example.com", "Added rule NVDA below 90", "Removed rule NVDA below 100"]);

    [Fact]
    public void Compare_TellsOtherSettings() =>
        Lines(Known, Ana, FileOf(Ana with { TimeZone = "Europe/Berlin" })).ShouldBe(["Changed subscriber ana@example.com other settings"]);

    // What a subscriber's own links did is no difference: the file does not undo it.
    [Fact]
    public void Compare_LeavesAlone_WhatTheSubscriberSaid() =>
        Lines(Known, Ana with { Unsubscribed = true, LinksSince = Now, Channels = [Ana.OpenTo[0] with { OptedOut = true }] }, FileOf(Ana))
            .ShouldBeEmpty();

    [Fact]
    public void Compare_TellsWhatABasketGainsAndLoses()
    {
        var file = FileOf() with { Baskets = [new Basket("chips", Given.Syms("NVDA MU"), null, Given.Sym("SPY"))] };

        Lines(Known, null, file).ShouldBe(["Changed basket chips +MU -AMD benchmark SPY, was none"]);
    }

    [Fact]
    public void Compare_TellsAFeedThatIsOtherwise() =>
        Lines(Known, null, FileOf() with { Feeds = [Wire with { EveryMinutes = 1 }] }).ShouldBe(["Changed feed wire"]);

    [Fact]
    public void Compare_DoesNotLookAt_WhatTheFileDoesNotName() =>
        Lines(Known, Ana, new WatchFile([], Given.Syms("NVDA").ToHashSet(), [])).ShouldBeEmpty();

    // Ana wrote 1000, a split of 10 for 1 made it 100: the file that still says 1000 means 100.
    [Fact]
    public void Compare_LeavesAlone_ARuleThatASplitRescaled()
    {
        var rescaled = Ana with
        {
            Rules = [Rule.FromText("NVDA below 100")],
            PriceRules = [new KnownPriceRule(Rule.FromText("NVDA below 100"), Now, Rule.FromText("NVDA below 1000"))],
        };

        Lines(Known, rescaled, FileOf(Ana with { Rules = [Rule.FromText("NVDA below 1000")] }), stored: true).ShouldBeEmpty();
    }

    private static WatchFile FileOf(params Subscriber[] readers) =>
        new([Chips], Given.Syms("NVDA AMD").ToHashSet(), readers) { Feeds = [Wire] };

    /// <summary>As it lies in the store once it was entered.</summary>
    private static Subscriber Stored(Subscriber subscriber) =>
        subscriber with
        {
            PriceRules =
            [
                .. subscriber
                    .Rules.Where(rule => rule.Text.Contains("below", StringComparison.Ordinal))
                    .Select(rule => new KnownPriceRule(rule, Now, null)),
            ],
        };

    private static Dictionary<SubscriberId, Subscriber> Profiles(params Subscriber[] readers) =>
        readers.ToDictionary(subscriber => subscriber.Id);

    private static string[] Lines(Catalog known, Subscriber? before, WatchFile file, bool stored = false) =>
        [
            .. WatchFilePlan
                .Compare(known, before is null ? [] : Profiles(stored ? before : Stored(before)), file, Now)
                .Changes.Where(change => change.Step is not WatchFileStep.LeftAlone)
                .Select(change => $"{change.Step} {change.Kind} {change.Name} {change.Detail}".TrimEnd()),
        ];
}
