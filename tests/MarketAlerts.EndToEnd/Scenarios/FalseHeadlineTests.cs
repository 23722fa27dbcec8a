namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A fall, a false headline, a rebound within half an hour, and hours around the thresholds.</summary>
public sealed class FalseHeadlineTests(Replayed<FalseHeadlineTests> day) : IClassFixture<Replayed<FalseHeadlineTests>>, IReplays
{
    public static string Scenario => "false-headline";

    [Fact]
    public void Mails_AreFew_AndEachIsNew() =>
        day.Mails.ShouldBe([
            "13:30:45 move Opened NVDA-down-20250610 13:30: NVDA moves 5% today",
            "13:30:45 nina Opened NVDA-down-20250610 13:30: NVDA notable",
            "13:32:15 list Opened tech-down-20250610 13:32: #chips notable; #tech notable; AMAT notable; AMD notable; ARM "
                + "notable; ASML notable; AVGO notable; KLAC notable; LRCX notable; MRVL notable; MU notable; NVDA notable; TSM "
                + "notable",
            "13:32:15 you Opened chips-down-20250610 13:30: #chips notable; NVDA moves 4% today",
            "13:36:30 list Storm storm-down-20250610 13:36: QCOM notable; SMCI notable; TSLA notable",
            "13:36:30 you Storm storm-down-20250610 13:36: any of #tech severe",
            "13:38:30 move Escalated NVDA-down-20250610 13:38: An incident you were told of became more severe.",
            "13:38:30 nina Escalated NVDA-down-20250610 13:38: An incident you were told of became more severe.",
            "13:40:30 you Storm storm-down-20250610 13:40: any of #tech severe",
            "14:07:15 list Storm storm-down-20250610 13:40: AAPL notable; AMZN notable; GOOGL notable; INTC notable; META "
                + "notable; ORCL notable; TXN notable",
            "14:09:45 window Opened NVDA-up-20250610 14:09: NVDA moves 3% in 15m",
            "14:17:15 you Reversed chips-up-20250610 14:15: #chips notable; NVDA moves 4% today",
            "14:18:15 list Reversed tech-up-20250610 14:16: #chips notable; #tech notable; ARM notable; MRVL notable",
            "14:27:15 window Reversed NVDA-down-20250610 14:25: NVDA moves 3% in 15m",
            "14:32:25 list Undone tech-up-20250610 14:31: Half of a swing you were told of is given back.",
            "14:32:25 you Undone chips-up-20250610 14:31: Half of a swing you were told of is given back.",
            "14:34:15 window Undone NVDA-up-20250610 14:31: Half of a swing you were told of is given back.",
            "14:46:25 list Storm storm-down-20250610 14:45: What becomes of your names that go one way together.",
            "14:46:25 you Storm storm-down-20250610 14:45: What becomes of your names that go one way together.",
            "15:26:25 move SecondLeg NVDA-down-20250610 15:25: An incident you were told of is on again.",
            "15:26:25 nina SecondLeg NVDA-down-20250610 15:25: An incident you were told of is on again.",
            "15:26:25 window SecondLeg NVDA-down-20250610 15:25: An incident you were told of is on again.",
            "15:37:15 you Storm storm-down-20250610 15:27: What becomes of your names that go one way together.",
            "20:05:45 list CloseOfDay close-20250610 20:00: How the day ended for what you were told of.",
            "20:05:45 move CloseOfDay close-20250610 20:00: How the day ended for what you were told of.",
            "20:05:45 nina CloseOfDay close-20250610 20:00: How the day ended for what you were told of.",
            "20:05:45 window CloseOfDay close-20250610 20:00: How the day ended for what you were told of.",
            "20:05:45 you CloseOfDay close-20250610 20:00: How the day ended for what you were told of.",
        ]);
}
