using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Tests.Deliveries;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

/// <summary>
/// Evidence is seen 2 s after its market time; counted from the full minute, severe waits 30 s, other alerts 2 minutes, notable members 30.
/// </summary>
public sealed class LatencyOriginTests
{
    private static readonly MailClock Clock = new(Given.At("14:31"), Given.At("14:31:02"), Given.At("14:33"), false)
    {
        DataDelay = TimeSpan.FromMinutes(15),
    };
    private readonly LatencyOrigin _origin = new(new GroupWait(new DeliveryOptions { PlainWaitSeconds = 120 }));

    // The one of 14:31 is due at 14:33, the severe one of 14:32 at 14:32:30.
    [Fact]
    public void Find_CountsFromTheAlert_ByWhichTheMessageBecameDue()
    {
        var plain = GivenMail.Entry(GivenMail.Chips, time: "14:31", severity: Severity.Plain);
        var severe = GivenMail.Entry(GivenMail.Chips, time: "14:32", severity: Severity.Severe);

        _origin
            .Find(Plan(Taken(plain), Taken(severe)), Clock)
            .ShouldBe(
                new MailLatency(
                    Given.At("14:32"),
                    Given.At("14:32:02"),
                    Given.At("14:33"),
                    TimeSpan.FromSeconds(28),
                    TimeSpan.FromMinutes(15)
                )
            );
    }

    [Theory]
    [InlineData(EntryKind.Escalated, 28)]
    [InlineData(EntryKind.MemberNotable, 1_798)]
    public void Find_KnowsTheGroupWait_OfWhatAnIncidentBecame(EntryKind kind, int seconds) =>
        _origin
            .Find(Plan(Taken(GivenMail.Entry(GivenMail.Chips, kind, severity: Severity.Severe))), Clock)!
            .GroupWait.ShouldBe(TimeSpan.FromSeconds(seconds));

    // What was held belongs to no budget; in the same message, what was not does.
    [Fact]
    public void Find_HasNoGroupWait_WhenAChoiceHeldAllOfIt()
    {
        var held = Taken(GivenMail.Entry(GivenMail.Chips, time: "14:00"), DeliveryReason.QuietHours);
        var fresh = Taken(GivenMail.Entry(GivenMail.Chips, time: "14:32"));

        var latency = _origin.Find(Plan(held), Clock)!;
        (latency.Quote, latency.GroupWait, latency.OwnUntil(Given.At("15:00"))).ShouldBe((Given.At("14:00"), null, null));
        _origin.Find(Plan(held, fresh), Clock)!.Quote.ShouldBe(Given.At("14:32"));
    }

    [Theory]
    [InlineData(EntryKind.Recovered)]
    [InlineData(EntryKind.CloseOfDay)]
    [InlineData(EntryKind.NextSession)]
    [InlineData(EntryKind.Corrected)]
    [InlineData(EntryKind.Reopened)]
    public void Find_HasNoQuote_WhenNoneMadeIt(EntryKind kind)
    {
        var latency = _origin.Find(Plan(Taken(GivenMail.Entry(GivenMail.Chips, kind))), Clock)!;

        (latency.Quote, latency.Seen, latency.Decided, latency.OwnUntil(Given.At("15:00"))).ShouldBe(
            (null, Given.At("14:31:02"), Given.At("14:33"), null)
        );
    }

    [Fact]
    public void Find_HasNoQuote_WhenARuleWaitedForItsNews() =>
        _origin
            .Find(
                Plan(Taken(GivenMail.Entry(GivenMail.Chips) with { Rules = [Rule.FromText("#chips notable and news \"export\"")] })),
                Clock
            )!
            .Quote.ShouldBeNull();

    [Fact]
    public void Find_IsNull_OfANotice() =>
        _origin
            .Find(Plan(Taken(GivenMail.Entry(GivenMail.Chips, EntryKind.Notice) with { Notice = new Notice("Title", "Text.") })), Clock)
            .ShouldBeNull();

    // 14:31:00 to 14:34:10 is 190 s; 120 s of them it waited, 30 s the source is late.
    [Fact]
    public void OwnUntil_LeavesOut_WaitAndDelay() =>
        new MailLatency(Given.At("14:31"), Given.At("14:31:30"), Given.At("14:34"), TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(30))
            .OwnUntil(Given.At("14:34:10"))
            .ShouldBe(TimeSpan.FromSeconds(40));

    private static FlushPlan Plan(params TakenItem[] taken) => new([], taken, [GivenMail.Chips], MailKind.Opened, "");

    private static TakenItem Taken(AlertEntry entry, DeliveryReason hold = DeliveryReason.None) =>
        new(new Waiting(GivenMail.Ana.Id, entry.SeenAt, WaitingKind.Item, "m1") { Hold = hold }, [new ToldEntry(entry, Telling.Opened)]);
}
