using System.Globalization;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Tests.Deliveries.Threads;

/// <summary>A storm of one's own: the third target that goes one way within half an hour makes one thread of all.</summary>
public sealed class StormTests
{
    private const string Rule = "any of #tech notable";

    private readonly TraderDay _day = new(GivenMail.Ana);

    [Fact]
    public void ThirdTarget_MakesAStorm_InTheThreadOfTheFirstMail()
    {
        Open("10:00", "NVDA", "MU", "AMD");

        _day.Sent.ShouldBe(["10:00 Opened NVDA", "10:01 Opened MU", "10:02 Storm AMD + AMD, MU, NVDA"]);
        (_day.Last!.Content.IncidentId, _day.Last.Content.Headline, _day.Last.Thread.References.Count).ShouldBe(
            ("storm-down-20250127", "3 of your names are down together: their median is -6.0%, AMD -6.0%.", 1)
        );
    }

    [Fact]
    public void ThreeAtOnce_AreAStorm()
    {
        Fall("10:00", "NVDA");
        Fall("10:00", "MU");
        Fall("10:00", "AMD");
        _day.Flush("10:02");

        _day.Sent.ShouldBe(["10:02 Storm AMD + AMD, MU, NVDA"]);
        _day.Last!.Subject.ShouldBe("3 of your names down by 10:00 ET, AMD -6.0%, MU -6.0%");
    }

    // 10:00, 10:01 and 10:32: the first is half an hour and more ago then.
    [Fact]
    public void ThirdTarget_IsNoStorm_WhenTheFirstIsLongAgoOrAnotherWay()
    {
        Open("10:00", "NVDA", "MU");
        Fall("10:31", "AMD");
        _day.Flush("10:32");
        _day.Fires("10:40", Rule, "s.TXN", 6, Severity.Notable).Flush("10:42");

        _day.Sent.ShouldNotContain(sent => sent.Contains("Storm", StringComparison.Ordinal));
    }

    [Fact]
    public void Storm_IsToldAgain_WhenItsNamesDouble_AndAtItsTimes()
    {
        Open("10:00", "NVDA", "MU", "AMD");
        Fall("10:05", "TXN");
        _day.Flush("10:07").Flush("10:31").Flush("10:32");
        Fall("10:40", "AVGO");
        _day.Flush("10:42").Flush("11:01").Flush("11:02");

        _day.Sent[2..]
            .ShouldBe([
                "10:02 Storm AMD + AMD, MU, NVDA",
                "10:32 Storm AMD + AMD, MU, NVDA, TXN",
                "11:02 Storm AMD + AMD, AVGO, MU, NVDA, TXN",
            ]);
    }

    [Fact]
    public void Storm_IsToldAtOnce_WhenItHasTwiceTheNames()
    {
        Open("10:00", "NVDA", "MU", "AMD");
        foreach (var symbol in new[] { "TXN", "AVGO", "MSFT" })
        {
            Fall("10:05", symbol);
        }

        _day.Flush("10:07");

        _day.Sent[^1].ShouldBe("10:07 Storm AMD + AMD, AVGO, MSFT, MU, NVDA, TXN");
    }

    [Fact]
    public void Storm_Ends_AfterAnHourWithoutANewName()
    {
        Open("10:00", "NVDA", "MU", "AMD");
        Fall("11:03", "TXN");
        _day.Flush("11:05");

        _day.Sent[^1].ShouldBe("11:05 Opened TXN");
    }

    // A number of one's own on a name, twice the median and 8 % and more, a halt, and the other way.
    [Fact]
    public void WhatStandsOut_KeepsAMessageOfItsOwn()
    {
        Open("10:00", "NVDA", "MU", "AMD");

        _day.Fires("10:05", "TXN falls 5% today", "s.TXN", -5.2, Severity.Notable, 5).Flush("10:07");
        _day.Fires("10:10", Rule, "s.AVGO", -12.1, Severity.Severe).Flush("10:11");
        _day.Fires("10:15", "any of #tech halted", "s.MSFT", -5, Severity.Plain, 1, MetricId.Halted).Flush("10:17");
        _day.Fires("10:20", Rule, "s.XOM", 6, Severity.Notable).Flush("10:22");

        _day.Sent[3..].ShouldBe(["10:07 Opened TXN", "10:11 Opened AVGO", "10:17 Opened MSFT", "10:22 Opened XOM"]);
    }

    [Fact]
    public void WhatStandsOut_GoesFirst_AndTheStormAtOnceBehindIt()
    {
        Fall("10:00", "NVDA");
        Fall("10:00", "MU");
        Fall("10:00", "AMD");
        _day.Fires("10:00", "TXN falls 5% today", "s.TXN", -5.2, Severity.Notable, 5).Flush("10:02");

        _day.Sent.ShouldBe(["10:02 Opened TXN", "10:02 Storm AMD + AMD, MU, NVDA, TXN"]);
    }

    // -5, -6, -7 and -10: in the middle are -6 and -7.
    [Fact]
    public void Median_IsBetweenTheMiddleTwo_WhenTheNamesAreEven()
    {
        foreach (var (symbol, move) in new[] { ("NVDA", -5.0), ("MU", -6), ("AMD", -7), ("TXN", -10) })
        {
            _day.Fires("10:00", Rule, $"s.{symbol}", move, Severity.Notable);
        }

        _day.Flush("10:02");

        _day.Last!.Content.Headline.ShouldBe("4 of your names are down together: their median is -6.5%, TXN -10.0%.");
    }

    [Fact]
    public void NestedBaskets_AreOneTarget_AndTellOnce()
    {
        _day.Fires("10:00", "#chips notable", "b.chips", -4, Severity.Notable)
            .Flush("10:01")
            .Fires("10:05", "#tech notable", "b.tech", -4, Severity.Notable)
            .Flush("10:07")
            .Flush("10:34")
            .Flush("10:35");

        _day.Sent.ShouldBe(["10:01 Opened #chips", "10:35 Update #chips + #tech down"]);
        _day.Last!.Kind.ShouldBe(MailKind.Update);
    }

    /// <summary>Symbols that fall and are told a minute after another, from a time on.</summary>
    private void Open(string from, params string[] symbols)
    {
        var time = TimeOnly.Parse(from, CultureInfo.InvariantCulture);
        foreach (var (minute, symbol) in symbols.Index())
        {
            var told = time.AddMinutes(minute);
            Fall(Show(told.AddMinutes(-2)), symbol);
            _day.Flush(Show(told));
        }
    }

    private void Fall(string time, string symbol) => _day.Fires(time, Rule, $"s.{symbol}", -6, Severity.Notable);

    private static string Show(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
