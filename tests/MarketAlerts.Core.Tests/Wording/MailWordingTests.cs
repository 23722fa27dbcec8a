using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Wording;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Wording;

public sealed class MailWordingTests
{
    private static readonly MailWording Wording = new(Given.Calendar);

    [Fact]
    public void Subject_HasNameAndNumberInItsFirst60Characters() =>
        Wording
            .Subject(Told(Chips, Member("NVDA", -12.49), Member("MU", -8.07)))[..60]
            .ShouldBe("Chips down: 2 of 15 beyond -2% at the open, NVDA -12.5%, MU ");

    // The open is 14:30:00Z; its first minute counts as "at the open", and nothing before it. 15:05Z is 10:05 in New York.
    [Theory]
    [InlineData("14:29:59", "at 09:29 ET")]
    [InlineData("14:30:59", "at the open")]
    [InlineData("14:31:00", "at 09:31 ET")]
    [InlineData("15:05:00", "at 10:05 ET")]
    public void Subject_HasTheTimeOfItsNumber(string time, string when)
    {
        var quote = Given.Reading("NVDA", -5) with { QuoteTime = Given.At(time), Last = 95 };
        var told = Told(Nvda with { Severity = Severity.Notable }, Member("NVDA", -7) with { Last = 93 }) with
        {
            Passed = Passed(MetricId.DayMove, 3, 5, quote),
        };

        Wording.Subject(told).ShouldBe($"NVDA down 5.0% {when}, 95.00");
    }

    // By the rules' own words; the day-move stands beside every other number.
    [Theory]
    [InlineData(MetricId.DayMove, 5, 6.2, "NVDA down 6.2% at 10:05 ET, 117.00")]
    [InlineData(MetricId.Tier, 2, 2, "NVDA down 6.2% at 10:05 ET, 117.00")]
    [InlineData(MetricId.Price, 118, 117, "NVDA at or below 118.00 at 10:05 ET: 117.00")]
    [InlineData(MetricId.Volume, 3, 3.04, "NVDA volume 3.0 times the usual by 10:05 ET, down 6.2%")]
    [InlineData(MetricId.Halted, 1, 1, "NVDA halted at 10:05 ET, down 6.2% at 117.00")]
    [InlineData(MetricId.Gap, 3, 3.4, "NVDA opened 3.4% lower, 117.00")]
    [InlineData(MetricId.OpenMove, 3, 3.4, "NVDA down 3.4% since the open at 10:05 ET, 117.00")]
    [InlineData(MetricId.Relative, 3, 3.4, "NVDA 3.4 points behind its benchmark at 10:05 ET, down 6.2%")]
    [InlineData(MetricId.PreMove, 3, 3.4, "NVDA down 3.4% before the open at 10:05 ET, 117.00")]
    [InlineData(MetricId.AfterMove, 3, 3.4, "NVDA down 3.4% after the close at 10:05 ET, 117.00")]
    [InlineData(MetricId.Move15m, 3, 3.4, "NVDA down 3.4% in 15 minutes at 10:05 ET, 117.00")]
    public void Subject_SaysWhatCrossedWhichLevel(MetricId metric, double level, double value, string expected) =>
        Wording
            .Subject(
                Told(Nvda with { Severity = Severity.Plain }, Member("NVDA", -1)) with
                {
                    Passed = Passed(metric, level, value, Quote),
                }
            )
            .ShouldBe(expected);

    [Theory]
    [InlineData(MetricId.DayMove, 5, 6.2, "NVDA was -6.2% at 117.00 at 10:05 ET, beyond -5%.")]
    [InlineData(MetricId.Tier, 2, 2, "NVDA was -6.2% at 117.00 at 10:05 ET: severe.")]
    [InlineData(MetricId.Price, 118, 117, "NVDA fell to 117.00 at 10:05 ET, past 118.00; -6.2% against the previous close.")]
    [InlineData(
        MetricId.Volume,
        3,
        3.04,
        "NVDA had traded 3.0 times its usual volume by 10:05 ET, beyond 3 times the usual volume; -6.2% against the previous close."
    )]
    [InlineData(
        MetricId.Halted,
        1,
        1,
        "Trading in NVDA was halted at 10:05 ET; the last price was 117.00, -6.2% against the previous close."
    )]
    [InlineData(
        MetricId.Move15m,
        3,
        3.4,
        "NVDA fell 3.4% in 15 minutes, from 121.12 to 117.00 at 10:05 ET, beyond -3% in 15 minutes; -6.2% against the previous close."
    )] // 117 / (1 - 0.034) = 121.118
    public void Headline_SaysWhatCrossedWhichLevel(MetricId metric, double level, double value, string expected) =>
        Wording
            .Headline(
                MailKind.Opened,
                Told(Nvda, Member("NVDA", -6.2) with { Last = 117 }) with
                {
                    Passed = Passed(metric, level, value, Quote),
                }
            )
            .ShouldBe(expected);

    [Fact]
    public void Headline_SaysHowItStands_WhenThatIsAnotherPriceByNow() =>
        Wording
            .Headline(
                MailKind.Opened,
                Told(Nvda, Member("NVDA", -7) with { Last = 116 }) with
                {
                    Passed = Passed(MetricId.DayMove, 5, 6.2, Quote),
                }
            )
            .ShouldBe("NVDA was -6.2% at 117.00 at 10:05 ET, beyond -5%. NVDA stands at 116.00, -7.0% against the previous close.");

    [Fact]
    public void Subject_SaysThatItIsUnverified() =>
        Wording
            .Subject(Told(Single("NVDA", Severity.Severe, Given.Reading("NVDA", -40) with { Unverified = true }), Member("NVDA", -40)))
            .ShouldEndWith(" [severe] [unverified]");

    [Fact]
    public void Subject_NamesARise() =>
        Wording
            .Subject(
                Told(Basket("chips", Severity.Notable) with { Direction = Direction.Up }, Member("NVDA", 18.72)) with
                {
                    JoiningPercent = 2.5,
                }
            )
            .ShouldBe("Chips up: 1 of 15 beyond +2.5% at the open, NVDA +18.7%");

    [Fact]
    public void Subject_CountsWhoIsBeyondTheThresholdNow() =>
        Wording
            .Subject(Told(Basket("chips", Severity.Plain), Member("NVDA", -3), Member("AMD", -1.9), Member("MU", 4)))
            .ShouldBe("Chips down: 1 of 15 beyond -2% at the open, NVDA -3.0%");

    [Fact]
    public void Subject_NeverCallsAFallARise_WhenTheRuleIsOfAnotherMetric() =>
        Wording
            .Subject(Told(Single("NVDA", Severity.Plain, Given.Reading("NVDA", -10.7), Direction.Up), Member("NVDA", -10.7)))
            .ShouldBe("NVDA down 10.7% at the open, 100.00");

    [Fact]
    public void Headline_ComparesWithAUsualDay_WhenItIsKnown()
    {
        // 12.5 / 3.0 = 4.17
        Wording
            .Headline(MailKind.Opened, Told(Nvda, Member("NVDA", -12.5) with { Last = 1234.5, UsualDay = 3 }))
            .ShouldBe("NVDA stands at 1,234.50, -12.5% against the previous close. A usual day is 3.0%, so this is 4.2 times usual.");
        Wording
            .Headline(MailKind.Opened, Told(Nvda, Member("NVDA", -12.5)))
            .ShouldBe("NVDA stands at 100.00, -12.5% against the previous close.");
    }

    // Every sentence that states a fact is rendered both ways.
    [Theory]
    [InlineData(MailKind.Recovered, Direction.Down, "RECOVERED: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Recovered, Direction.Up, "GIVEN BACK: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.CloseOfDay, Direction.Down, "At the close: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Escalated, Direction.Down, "Severe now: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Worse, Direction.Up, "Further: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Reversed, Direction.Up, "Turned round: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Undone, Direction.Up, "Half of the swing is given back: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.SecondLeg, Direction.Down, "On again: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.Resumed, Direction.Down, "Trading goes on: NVDA stands at 100.00, -0.4% against the previous close.")]
    [InlineData(MailKind.NextSession, Direction.Down, "It goes on in the next session: NVDA -3.1%.")]
    public void Headline_SaysWhatBecameOfIt(MailKind kind, Direction direction, string expected) =>
        Wording
            .Headline(
                kind,
                Told(Nvda with { Direction = direction }, Member("NVDA", -0.4)) with
                {
                    Moved = kind is MailKind.NextSession ? -3.1 : null,
                }
            )
            .ShouldBe(expected);

    [Fact]
    public void Headline_SaysWhatWasRevisedAndHowItStands_WhenItIsACorrection()
    {
        var one = Nvda with { Revised = [new IncidentRevision(Symbol.Parse("NVDA"), 142.62, 14.26, -90, -0.2)] };
        var two = one with { Revised = [.. one.Revised, new IncidentRevision(Symbol.Parse("AMD"), 10, 11, -5, null)] };

        Headline(one)
            .ShouldBe(
                "CORRECTED: the close that NVDA is measured against has been revised; NVDA stands at 100.00, -0.2% against the "
                    + "previous close."
            );
        Headline(two).ShouldStartWith("CORRECTED: the closes that NVDA, AMD are measured against have been revised; ");

        static string Headline(Incident incident) => Wording.Headline(MailKind.Corrected, Told(incident, Member("NVDA", -0.2)));
    }

    [Theory]
    [InlineData(-12.4947, "-12.5%")]
    [InlineData(3.18, "+3.2%")]
    [InlineData(0, "0.0%")]
    public void Move_HasASignAndOneDecimal(double percent, string expected) => MailWording.Move(percent).ShouldBe(expected);

    [Theory]
    [InlineData(124.8, "124.80")]
    [InlineData(10_000, "10,000.00")]
    [InlineData(0.1234, "0.1234")]
    [InlineData(1, "1.00")]
    public void Price_HasFourDecimalsOnlyBelowADollar(double price, string expected) => MailWording.Price(price).ShouldBe(expected);

    private static MemberReading Quote { get; } = Given.Reading("NVDA", -6.2) with { Last = 117, QuoteTime = Given.At("15:05") };

    private static ToldFigures Told(Incident incident, params MailMember[] members) =>
        new(incident, members, incident.Target.IsBasket ? 15 : 1, 2, Given.At("14:30:20"), null);

    private static PassedLevel Passed(MetricId metric, double level, double value, MemberReading quote) =>
        new(metric, Direction.Down, Level.FromValue(level), value, quote.QuoteTime, quote);

    private static MailMember Member(string symbol, double move) => new(Symbol.Parse(symbol), 100, move, null, null, 0, false);
}
