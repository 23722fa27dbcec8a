namespace MarketAlerts.EndToEnd.Scenarios;

/// <summary>A quiet morning, then a rise of nine percent within minutes and hours.</summary>
public sealed class ReboundTests(Replayed<ReboundTests> day) : IClassFixture<Replayed<ReboundTests>>, IReplays
{
    public static string Scenario => "rebound";

    [Fact]
    public void Mails_AreFew_AndEachIsNew() =>
        day.Mails.ShouldBe([
            "17:19:45 window Opened NVDA-up-20250612 17:19: NVDA moves 3% in 15m",
            "17:20:45 move Opened NVDA-up-20250612 17:20: NVDA moves 5% today",
            "17:21:15 you Opened chips-up-20250612 17:19: #chips notable; NVDA moves 4% today",
            "17:21:45 list Opened tech-up-20250612 17:21: #chips notable; #tech notable; AMAT notable; AMD notable; ARM "
                + "notable; ASML notable; AVGO notable; KLAC notable; MRVL notable; MU notable; NVDA notable; TSM notable",
            "17:21:45 nina Opened NVDA-up-20250612 17:21: NVDA notable",
            "17:23:05 you Storm storm-up-20250612 17:23: any of #tech severe",
            "17:23:30 list Storm storm-up-20250612 17:23: AAPL notable; GOOGL notable; INTC notable; LRCX notable; META "
                + "notable; ORCL notable; QCOM notable; SMCI notable; TSLA notable; TXN notable",
            "17:26:30 move Escalated NVDA-up-20250612 17:26: An incident you were told of became more severe.",
            "17:26:30 nina Escalated NVDA-up-20250612 17:26: An incident you were told of became more severe.",
            "17:26:30 window Escalated NVDA-up-20250612 17:26: An incident you were told of became more severe.",
            "17:28:30 you Storm storm-up-20250612 17:28: any of #tech severe",
            "17:53:15 you Storm storm-up-20250612 17:53: any of #tech severe",
            "17:53:30 list Storm storm-up-20250612 17:24: AMZN notable",
            "18:54:30 you Storm storm-up-20250612 18:54: any of #tech severe",
            "18:59:45 list Storm storm-up-20250612 18:59: MSFT notable",
            "19:36:30 you Storm storm-up-20250612 19:36: any of #tech severe",
            "20:05:45 list CloseOfDay close-20250612 20:00: How the day ended for what you were told of.",
            "20:05:45 move CloseOfDay close-20250612 20:00: How the day ended for what you were told of.",
            "20:05:45 nina CloseOfDay close-20250612 20:00: How the day ended for what you were told of.",
            "20:05:45 window CloseOfDay close-20250612 20:00: How the day ended for what you were told of.",
            "20:05:45 you CloseOfDay close-20250612 20:00: How the day ended for what you were told of.",
        ]);
}
