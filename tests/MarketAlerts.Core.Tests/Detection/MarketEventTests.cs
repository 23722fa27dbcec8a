using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Detection;

public sealed class MarketEventTests
{
    private static readonly MarketEvent Gap = Given.SymbolEvent(Given.Reading("NVDA", -12.4947, 2), 124_947);

    [Fact]
    public void Id_IsPinned_BecauseIncidentsKeepIt() => Gap.Id.ShouldBe("895d324a7361c475fe145bb9915118d7");

    [Fact]
    public void Id_IsTheSame_WhoeverDetectsTheCrossingWhenever() =>
        (
            Gap with
            {
                From = 30_000,
                SeenAt = Given.At("15:00"),
                Symbol = null,
                MarketTime = Gap.MarketTime.ToOffset(TimeSpan.FromHours(-5)),
            }
        ).Id.ShouldBe(Gap.Id);

    [Fact]
    public void Id_IsAnother_ForAnotherCrossing()
    {
        MarketEvent[] others =
        [
            Gap with
            {
                Target = Target.Parse("s.AMD"),
            },
            Gap with
            {
                Metric = MetricId.Gap,
            },
            Gap with
            {
                Direction = Direction.Up,
            },
            Gap with
            {
                To = 124_948,
            },
            Gap with
            {
                Session = new DateOnly(2025, 1, 28),
            },
            Gap with
            {
                MarketTime = Gap.MarketTime.AddTicks(1),
            },
            Gap with
            {
                LateSubscription = 1,
            },
            Gap with
            {
                LateSubscription = 2,
            },
        ];

        others.Append(Gap).Select(next => next.Id).Distinct().Count().ShouldBe(9);
    }
}
