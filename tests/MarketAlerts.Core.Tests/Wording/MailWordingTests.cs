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
    public void Subject_HasNameAndNumberInItsFirst60Characters()
    {
        var basket = Wording.Subject(Chips, [Member("NVDA", -12.49), Member("MU", -8.07)], 15, 2);
        var single = Wording.Subject(Nvda, [Member("NVDA", -12.4947) with { Last = 124.8 }], 1, 2);

        basket[..60].ShouldBe("Chips down: 2 of 15 beyond -2% at the open, NVDA -12.5%, MU ");
        single.ShouldBe("NVDA down 12.5% at the open, now 124.80 [severe]");
    }

    // The open is 14:30:00Z; its first minute counts as "at the open". 15:05Z is 10:05 in New York.
    [Theory]
    [InlineData("14:30:59", "at the open")]
    [InlineData("14:31:00", "at 09:31 ET")]
    [InlineData("15:05:00", "at 10:05 ET")]
    public void Subject_SaysWhen(string openedAt, string when) =>
        Wording
            .Subject(Nvda with { OpenedAt = Given.At(openedAt), Severity = Severity.Notable }, [Member("NVDA", -5)], 1, 2)
            .ShouldBe($"NVDA down 5.0% {when}, now 100.00");

    [Fact]
    public void Subject_NamesARise() =>
        Wording
            .Subject(Basket("chips", Severity.Notable) with { Direction = Direction.Up }, [Member("NVDA", 18.72)], 15, 2.5)
            .ShouldBe("Chips up: 1 of 15 beyond +2.5% at the open, NVDA +18.7%");

    [Fact]
    public void Subject_NamesNoMover_WhenAMedianRuleOpenedWithoutMembers() =>
        Wording.Subject(Basket("chips", Severity.Plain), [], 15, 2).ShouldBe("Chips down: 0 of 15 beyond -2% at the open");

    [Fact]
    public void Subject_NeverCallsAFallARise_WhenTheRuleIsOfAnotherMetric()
    {
        var incident = Single("NVDA", Severity.Plain, Given.Reading("NVDA", -10.7), Direction.Up);

        Wording.Subject(incident, [Member("NVDA", -10.7)], 1, 2).ShouldNotContain("up 10.7%");
    }

    [Fact]
    public void Headline_ComparesWithAUsualDay_WhenItIsKnown()
    {
        // 12.5 / 3.0 = 4.17
        MailWording
            .Headline(Nvda, MailKind.Opened, [Member("NVDA", -12.5) with { Last = 1234.5, UsualDay = 3 }], 1, 2)
            .ShouldBe("NVDA stands at 1,234.50, -12.5% against the previous close. A usual day is 3.0%, so this is 4.2 times usual.");
        MailWording
            .Headline(Nvda, MailKind.Opened, [Member("NVDA", -12.5)], 1, 2)
            .ShouldBe("NVDA stands at 100.00, -12.5% against the previous close.");
    }

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

        static string Headline(Incident incident) => MailWording.Headline(incident, MailKind.Corrected, [Member("NVDA", -0.2)], 1, 2);
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

    private static MailMember Member(string symbol, double move) => new(Symbol.Parse(symbol), 100, move, null, null, 0, false);
}
