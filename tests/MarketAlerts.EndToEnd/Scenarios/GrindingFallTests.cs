namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A fall in steps, half of each given back before the next.</summary>
public sealed class GrindingFallTests(Replayed<GrindingFallTests> day) : IClassFixture<Replayed<GrindingFallTests>>, IReplays
{
    public static string Scenario => "grinding-fall";

    [Fact]
    public void Mails_AreFew_AndEachIsNew() =>
        day.Mails.ShouldBe([
            "15:48:45 you Opened NVDA-down-20250611 15:48: NVDA moves 4% today",
            "16:26:05 list Opened chips-down-20250611 16:25: #chips notable",
            "16:26:05 you Opened chips-down-20250611 16:25: #chips notable",
            "16:57:15 list Update chips-down-20250611 16:26: #tech notable",
            "17:13:45 move Opened NVDA-down-20250611 17:13: NVDA moves 5% today",
            "17:45:45 list Update tech-down-20250611 17:45: NVDA notable",
            "17:45:45 nina Opened NVDA-down-20250611 17:45: NVDA notable",
            "18:15:15 you Update chips-down-20250611 17:45: New among the notable members of an incident you were told of: NVDA.",
            "18:30:45 list Storm storm-down-20250611 18:30: ARM notable; LRCX notable; MRVL notable",
            "18:44:15 list Storm storm-down-20250611 18:42: AMD notable; ASML notable; TSM notable",
            "19:00:00 you Update chips-down-20250611 18:42: New among the notable members of an incident you were told of: "
                + "ARM, LRCX, MRVL, TSM, ASML, AMD.",
            "19:17:45 list Storm storm-down-20250611 19:17: MU notable",
            "19:31:15 list Storm storm-down-20250611 19:24: AMAT notable; AVGO notable; KLAC notable",
            "20:05:45 list CloseOfDay close-20250611 20:00: How the day ended for what you were told of.",
            "20:05:45 move CloseOfDay close-20250611 20:00: How the day ended for what you were told of.",
            "20:05:45 nina CloseOfDay close-20250611 20:00: How the day ended for what you were told of.",
            "20:05:45 you CloseOfDay close-20250611 20:00: How the day ended for what you were told of.",
        ]);
}
