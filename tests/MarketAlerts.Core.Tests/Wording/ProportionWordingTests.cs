using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Wording;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Wording;

/// <summary>Nvidia is 12.5 % down unless a case says otherwise.</summary>
public sealed class ProportionWordingTests
{
    private static readonly Incident Fallen = Single("NVDA", Severity.Severe, Given.Reading("NVDA", -12.5), Direction.Down);

    [Fact]
    public void Compare_SaysWhatTheMarketDoesAndWhatCameBefore() =>
        Of(Fallen, Snapshot(-1, -6.2, 3.4) with { Benchmarks = [Given.Reading("SPY", -2.24), Given.Reading("QQQ", -3.1)] })
            .ShouldBe("SPY -2.2%, QQQ -3.1%. The largest fall in 10 sessions; before it -6.2%.");

    [Fact]
    public void Compare_CountsThoseThatWereAsLarge() =>
        Of(Fallen, Snapshot(-12.5, -14.1, 20)).ShouldBe("As large a fall on 2 of the last 10 sessions, -14.1% at most.");

    [Fact]
    public void Compare_SaysThatItIsTheOnlyOne() => Of(Fallen, Snapshot(0, 0, 1)).ShouldBe("The only fall in 10 sessions.");

    [Fact]
    public void Compare_SpeaksOfTheMedian_WhenItIsABasket()
    {
        var basket = new BasketReading("chips", 4.5, 80, Severity.Notable, [], []);

        Of(Basket("chips", Severity.Notable) with { Direction = Direction.Up }, Snapshot(2, 1, -9) with { Basket = basket })
            .ShouldBe("The largest rise of the median in 10 sessions; before it +2.0%.");
    }

    [Fact]
    public void Compare_ComparesNothing_WhenTooFewSessionsAreKnown() =>
        Of(Fallen, MarketSnapshot.Empty with { EarlierMoves = [-1, -2] }).ShouldBeNull();

    /// <summary>A rule on the fall since the open may fire on a day that is up against the close before.</summary>
    [Fact]
    public void Compare_ComparesNothing_WhenTheDayGoesTheOtherWay() =>
        Of(Single("NVDA", Severity.Plain, Given.Reading("NVDA", 1), Direction.Down), Snapshot(-1, -1, -1)).ShouldBeNull();

    [Theory]
    [InlineData(MailKind.Recovered)]
    [InlineData(MailKind.Corrected)]
    [InlineData(MailKind.NextSession)]
    public void Compare_IsSilent_WhenItIsOver(MailKind kind) =>
        ProportionWording.Compare(Fallen, kind, Snapshot(-1, -6.2, 3.4)).ShouldBeNull();

    private static string? Of(Incident incident, MarketSnapshot snapshot) => ProportionWording.Compare(incident, MailKind.Opened, snapshot);

    /// <summary>Ten sessions: the three given ones, and seven in which little happened.</summary>
    private static MarketSnapshot Snapshot(params double[] moves) =>
        MarketSnapshot.Empty with
        {
            EarlierMoves = [.. moves, .. Enumerable.Repeat(0.0, 7)],
        };
}
