using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>
/// What a subscriber's choices hold back, and until when. Ana is in New York, five hours behind UTC; the session of the day closes at 21:00
/// UTC.
/// </summary>
public sealed class SubscriberHoldsTests
{
    private static readonly SubscriberHolds Holds = new(Given.Calendar);

    [Fact]
    public void Find_HoldsNothing_ByDefault() => Of(Ana, Entry(Chips), "14:31").ShouldBeNull();

    [Fact]
    public void Find_HoldsEverything_UntilAVacationIsOver()
    {
        var away = Ana with { Vacation = new Vacation(new DateOnly(2025, 1, 27), new DateOnly(2025, 1, 28)) };

        Of(away, Entry(Chips), "14:31").ShouldBe((DeliveryReason.Vacation, Given.Utc("2025-01-29T05:00Z")));
        Of(away, Entry(Chips), "2025-01-29T05:00Z").ShouldBeNull();
        Of(away, Entry(Chips), "04:59").ShouldBeNull("it is the 26th in New York");
    }

    [Theory]
    [InlineData(DigestRhythm.Hourly, "14:31", "2025-01-27T15:00Z")]
    [InlineData(DigestRhythm.Hourly, "15:00", "2025-01-27T16:00Z")]
    [InlineData(DigestRhythm.EndOfDay, "14:31", "2025-01-27T21:10Z")]
    [InlineData(DigestRhythm.EndOfDay, "21:10", "2025-01-28T21:10Z")]
    public void Find_GathersForADigest_CountedFromWhenTheItemWasDue(DigestRhythm rhythm, string due, string until)
    {
        var gathered = Ana with { Digest = new DigestChoice(rhythm, rhythm, rhythm, null) };

        Of(gathered, Entry(Chips), due).ShouldBe((DeliveryReason.Digest, Given.Utc(until)));
        Holds.Find(gathered, Entry(Chips), Given.At(due), Given.Utc(until), false).ShouldBeNull();
    }

    [Theory]
    [InlineData("14:31", "2025-01-27T22:30Z")]
    [InlineData("22:30", "2025-01-28T22:30Z")]
    public void Find_GathersUntilTheSubscribersOwnEndOfDay_WhereOneIsSet(string due, string until) =>
        Of(
                Ana with
                {
                    Digest = new DigestChoice(DigestRhythm.EndOfDay, DigestRhythm.EndOfDay, DigestRhythm.EndOfDay, new TimeOnly(17, 30)),
                },
                Entry(Chips),
                due
            )
            .ShouldBe((DeliveryReason.Digest, Given.Utc(until)));

    [Theory]
    [InlineData(Severity.Plain, true)]
    [InlineData(Severity.Notable, false)]
    [InlineData(Severity.Severe, false)]
    public void Find_GathersBySeverity(Severity severity, bool held)
    {
        var subscriber = Ana with { Digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.Instant, DigestRhythm.Instant, null) };

        (Of(subscriber, Entry(Chips, severity: severity), "14:31") is not null).ShouldBe(held);
    }

    [Theory]
    [InlineData(SnoozeScope.All, "", Severity.Severe, true)]
    [InlineData(SnoozeScope.BelowSevere, "", Severity.Notable, true)]
    [InlineData(SnoozeScope.BelowSevere, "", Severity.Severe, false)]
    [InlineData(SnoozeScope.Symbol, "NVDA", Severity.Severe, true)]
    [InlineData(SnoozeScope.Symbol, "AMD", Severity.Severe, false)]
    [InlineData(SnoozeScope.Incident, "chips-down-20250127", Severity.Notable, true)]
    [InlineData(SnoozeScope.Incident, "tech-down-20250127", Severity.Notable, false)]
    [InlineData(SnoozeScope.Incident, "chips-down-20250127", Severity.Severe, false)] // New since the snooze began.
    public void Find_SnoozesWhatIsMeant_UntilItsEnd(SnoozeScope scope, string name, Severity severity, bool held)
    {
        var snoozed = Ana with { Snoozes = [new Snooze(scope, name, Given.At("14:30"), Given.At("16:00"))] };

        Of(snoozed, Entry(Chips, severity: severity), "14:31").ShouldBe(held ? (DeliveryReason.Snooze, Given.At("16:00")) : null);
        Of(snoozed, Entry(Chips, severity: severity), "16:00").ShouldBeNull();
    }

    [Fact]
    public void Find_SnoozesAnIncident_WithWhatWasSevereBefore() =>
        Of(
            Ana with
            {
                Snoozes = [new Snooze(SnoozeScope.Incident, Chips.Id, Given.At("14:40"), Given.At("16:00"))],
            },
            Entry(Chips, time: "14:31"),
            "14:41"
        )!
            .Value.Hold.ShouldBe(DeliveryReason.Snooze);

    [Theory]
    [InlineData(4, false, null)]
    [InlineData(5, true, null)] // The last place is kept for something severe.
    [InlineData(5, false, "2025-01-27T15:00Z")]
    [InlineData(6, true, "2025-01-27T15:00Z")]
    public void CappedUntil_WaitsForTheNextHour_OfTheSubscriber(int sent, bool severe, string? until)
    {
        var capped = Ana with { Caps = new MessageCaps(6, null) };
        DateTimeOffset[] messages = [Given.At("13:59"), .. Enumerable.Repeat(Given.At("14:00"), sent)];

        var found = SubscriberHolds.CappedUntil(capped, messages, severe, Given.At("14:31"));

        (found?.Until).ShouldBe(until is null ? null : Given.Utc(until));
        (found?.Which).ShouldBe(until is null ? null : "6 messages an hour");
    }

    [Fact]
    public void CappedUntil_WaitsForTheLaterOfTwoCaps() =>
        SubscriberHolds
            .CappedUntil(Ana with { Caps = new MessageCaps(1, 1) }, [Given.At("14:10")], true, Given.At("14:31"))
            .ShouldBe(("1 messages a day", Given.Utc("2025-01-28T05:00Z")));

    [Fact]
    public void Find_CountsAnHourThatTheClocksLeaveOut_AsTheNext()
    {
        // On 9 March 2025 there is no 02:00 to 03:00 in New York: 06:59 UTC is 01:59 there, the next full hour 03:00, which is 07:00 UTC.
        var hourly = Ana with
        {
            Digest = new DigestChoice(DigestRhythm.Hourly, DigestRhythm.Hourly, DigestRhythm.Hourly, null),
        };

        Of(hourly, Entry(Chips), "2025-03-09T06:59Z").ShouldBe((DeliveryReason.Digest, Given.Utc("2025-03-09T07:00Z")));
    }

    private static (DeliveryReason Hold, DateTimeOffset Until)? Of(Subscriber subscriber, AlertEntry entry, string now) =>
        Holds.Find(subscriber, entry, Given.Instant(now), Given.Instant(now), false);
}
