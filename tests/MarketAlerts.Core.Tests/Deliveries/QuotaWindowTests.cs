using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>30 messages a minute and 100 an hour, of which a fifth is kept for what is severe: 24 and 80 for everything else.</summary>
public sealed class QuotaWindowTests
{
    private static readonly ChannelLimits Limits = new(30, 100);
    private static readonly QuotaWindow Empty = new(ChannelKind.Email, new Dictionary<long, int>());

    [Fact]
    public void Take_LeavesAFifthForWhatIsSevere_WithinAMinute()
    {
        var full = Taken(Empty, 24, "14:31:05");

        full.Take(Limits, 1, severe: false, Given.At("14:31:50")).ShouldBe((null, Given.At("14:32:00")));
        var severe = Taken(full, 6, "14:31:50", severe: true);
        severe.Take(Limits, 1, severe: true, Given.At("14:31:59")).ShouldBe((null, Given.At("14:32:00")));
        full.Take(Limits, 1, severe: false, Given.At("14:32:00")).After.ShouldNotBeNull();
    }

    // 20 each at 14:31, 14:40, 14:50 and 15:00 make 80; the first 20 are an hour old at 15:31.
    [Fact]
    public void Take_WaitsUntilTheOldestIsAnHourOld_WhenTheHourIsFull()
    {
        var full = new[] { "14:31", "14:40", "14:50", "15:00" }.Aggregate(Empty, (window, at) => Taken(window, 20, at));

        full.Take(Limits, 1, severe: false, Given.At("15:10")).ShouldBe((null, Given.At("15:31")));
        full.Take(Limits, 20, severe: true, Given.At("15:10")).After.ShouldNotBeNull();
        full.Take(Limits, 21, severe: true, Given.At("15:10")).After.ShouldBeNull();
        Taken(full, 20, "15:31").Minutes.Values.Sum().ShouldBe(80);
    }

    [Fact]
    public void Take_TakesAnyNumber_WhenTheChannelHasNoLimits() =>
        Empty.Take(ChannelLimits.None, 5_000, severe: false, Given.At("14:31")).After.ShouldNotBeNull();

    [Fact]
    public void IsNearlyUsed_FromTheLastPlaceThatIsNotKept()
    {
        var nearly = new[] { "14:31", "14:40", "14:50" }.Aggregate(Taken(Empty, 19, "14:20"), (window, at) => Taken(window, 20, at));

        nearly.IsNearlyUsed(Limits, Given.At("14:55")).ShouldBeFalse();
        Taken(nearly, 1, "14:55").IsNearlyUsed(Limits, Given.At("14:55")).ShouldBeTrue();
        Taken(nearly, 1, "14:55").IsNearlyUsed(Limits, Given.At("15:20")).ShouldBeFalse();
    }

    private static QuotaWindow Taken(QuotaWindow window, int messages, string at, bool severe = false) =>
        window.Take(Limits, messages, severe, Given.At(at)).After.ShouldNotBeNull();
}
