using MarketAlerts.Core.Stages.Operations;

namespace MarketAlerts.Core.Tests.Stages.Operations;

public sealed class CleaningScheduleTests
{
    // 20:00 in New York is 01:00Z in winter and midnight in summer; a run every ten minutes until 04:00.
    [Theory]
    [InlineData("2025-01-28T01:00:00Z")]
    [InlineData("2025-07-08T00:00:00Z")]
    public void Is_GivesEachPartOneTurn_InANight(string begin)
    {
        var runs = Enumerable
            .Range(0, CleaningSchedule.Slots)
            .Select(number => Given.Utc(begin).AddMinutes(10 * number).AddSeconds(3))
            .ToArray();

        foreach (var kind in Enum.GetValues<RetainedKind>())
        {
            for (var part = 0; part < 200; part++)
            {
                runs.Count(now => CleaningSchedule.Is(kind, part, now)).ShouldBe(1, $"{kind} {part}");
            }
        }
    }

    [Fact]
    public void Is_SpreadsTheKinds_OverDifferentRuns()
    {
        var runs = Enumerable.Range(0, CleaningSchedule.Slots).Select(number => Given.Utc("2025-01-28T01:00:00Z").AddMinutes(10 * number));

        runs.Max(now => Enum.GetValues<RetainedKind>().Count(kind => CleaningSchedule.Is(kind, 0, now))).ShouldBe(1);
    }
}
