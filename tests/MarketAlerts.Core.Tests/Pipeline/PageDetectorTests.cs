using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Tests.Pipeline;

public sealed class PageDetectorTests
{
    private static readonly Catalog Chips = Given.Catalog(new Basket("chips", Given.Syms("NVDA MU SMCI"), null));

    private readonly PageDetector _detector = new(Given.Calendar, new GuardOptions(), new BarOptions());
    private readonly WantedLevels _levels = new();

    [Fact]
    public void Detect_NotesOneCrossing_WhenAGapPassesFiveWantedLevels()
    {
        _levels.Add("NVDA", MetricId.DayMove, Direction.Down, 30_000, 50_000, 70_000, 100_000, 120_000, 150_000);
        var page = new MarketPage("p0000", Given.Syms("MU NVDA SMCI").Select(symbol => new SymbolState(symbol)));

        // 27 Jan 2025 at the open: NVDA -12.49 %, MU -8.07 %, SMCI -8.90 %; peers agree, nobody asked for MU or SMCI.
        var verdicts = Detect(page, Chips, "14:31", Given.Quote("NVDA", "14:31", 124.80, 142.62), Given.Quote("MU", "14:31", 94.86, 103.19), Given.Quote("SMCI", "14:31", 30.31, 33.27));

        verdicts.ShouldBe(["JumpConfirmedByPeers", "JumpConfirmedByPeers", "JumpConfirmedByPeers"]);
        page.Pending.ShouldBe([new PendingCrossing(1, new Crossing(MetricId.DayMove, Direction.Down, 0, 124_947), null)]);
        page.Symbols[0].Extremes[0].ShouldBe(80_725, "extremes move whether or not anybody asked");
    }

    [Fact]
    public void Detect_NotesNothing_WhenTheWantedLevelLiesAheadOrTheOtherWay()
    {
        _levels.Add("NVDA", MetricId.DayMove, Direction.Down, 40_001);
        _levels.Add("NVDA", MetricId.DayMove, Direction.Up, 10_000);
        var page = Page();

        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 96));

        page.Pending.ShouldBeEmpty();
    }

    [Fact]
    public void Detect_DelaysARealCrashByOnePoll()
    {
        _levels.Add("NVDA", MetricId.DayMove, Direction.Down, 50_000);
        var page = Page();

        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 88)).ShouldBe(["LoneJump"]);
        (page.Pending.Count, page.Symbols[0].HeldPrice, page.Symbols[0].Last).ShouldBe((0, 88, 100));
        Detect(page, Catalog.Empty, "14:33", Given.Quote("NVDA", "14:33", 87)).ShouldBe(["JumpConfirmedByNextQuote"]);

        page.Pending.ShouldHaveSingleItem().Crossing.ShouldBe(new Crossing(MetricId.DayMove, Direction.Down, 0, 130_000));
        page.Symbols[0].HeldPrice.ShouldBeNull();
    }

    [Fact]
    public void Detect_DropsASpikeThatWentBack()
    {
        _levels.Add("NVDA", MetricId.DayMove, Direction.Down, 50_000);
        _levels.Add("NVDA", MetricId.Price, Direction.Down, 600_000);
        var page = Page();

        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 50));
        Detect(page, Catalog.Empty, "14:33", Given.Quote("NVDA", "14:33", 99.9)).ShouldBe(["Accepted"]);

        page.Pending.ShouldBeEmpty();
        page.Symbols[0].HeldPrice.ShouldBeNull();
        page.Symbols[0].Trail.Points.ShouldHaveSingleItem().Price.ShouldBe(99.9f);
    }

    [Fact]
    public void Detect_KeepsTheLastVerdict_WhenTheSourceRepeatsItself()
    {
        var page = Page();

        Detect(page, Catalog.Empty, "14:40", Given.Quote("NVDA", "14:32", 99)).ShouldBe(["Stale"]);
        Detect(page, Catalog.Empty, "14:41", Given.Quote("NVDA", "14:31", 99), Given.Quote("XYZ", "14:41", 1)).ShouldBe(["NotNewer", "UnknownSymbol"]);

        page.Symbols[0].LastVerdict.ShouldBe(VerdictReason.Stale);
        page.Symbols[0].Last.ShouldBe(100);
    }

    [Fact]
    public void Detect_FiresALateRuleForItsOwnerAlone()
    {
        var page = Page();
        page.LateRules.Add(new LateRule(Given.Sym("NVDA"), MetricId.DayMove, Direction.Down, 30_000, Given.Day, 4711));

        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 96));

        page.Pending.ShouldBe([new PendingCrossing(0, new Crossing(MetricId.DayMove, Direction.Down, 30_000, 30_000), 4711)]);
        page.LateRules.ShouldBeEmpty();
    }

    [Fact]
    public void Detect_DoesNotConfirmAHeldJump_ByTheSamePrint()
    {
        var page = Page();

        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 50));

        Detect(page, Catalog.Empty, "14:33", Given.Quote("NVDA", "14:32", 50)).ShouldBe(["NotNewer"]);
    }

    [Fact]
    public void Detect_DelaysARealFallByOnePollOnly_WhenItPartlyRecovers()
    {
        var page = Page();
        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 88));

        Detect(page, Catalog.Empty, "14:33", Given.Quote("NVDA", "14:33", 94.2)).ShouldBe(["JumpConfirmedByNextQuote"]);
    }

    [Fact]
    public void Detect_FiresALatePriceRuleOnce_WhenItsLevelWasArmedAgain()
    {
        _levels.Add("NVDA", MetricId.Price, Direction.Down, 980_000);
        var page = Page();
        page.Symbols[0].Told = new PriceTold(970_000, 1_000_000);
        page.LateRules.Add(new LateRule(Given.Sym("NVDA"), MetricId.Price, Direction.Down, 980_000, Given.Day, 4711));

        // 101 arms again what lies under 101 / 1.02 = 99.02.
        Detect(page, Catalog.Empty, "14:32", Given.Quote("NVDA", "14:32", 101));
        Detect(page, Catalog.Empty, "14:33", Given.Quote("NVDA", "14:33", 97.5));

        page.Pending.Count.ShouldBe(1);
    }

    private static MarketPage Page() => new("p0000", [Given.State("NVDA", "14:31", 100)]);

    private string[] Detect(MarketPage page, Catalog catalog, string now, params Quote[] quotes) =>
        [.. _detector.Detect(page, quotes, _levels, catalog, Given.At(now), TimeSpan.Zero).Select(verdict => verdict.Reason.ToString())];
}
