namespace MarketAlerts.EndToEnd.Running;

/// <summary>
/// The first minutes of the founding Monday with many subscribers, as a scenario folder of its own: short enough to be killed often.
/// </summary>
internal static class OpeningMinutes
{
    public const int Subscribers = 12;

    /// <summary>Writes the folder.</summary>
    public static void Write(string folder)
    {
        var source = Repository.Scenario("deepseek-monday");
        File.Copy(Path.Combine(source, "history.csv"), Path.Combine(folder, "history.csv"));
        File.WriteAllText(
            Path.Combine(folder, "scenario.json"),
            """{ "name": "Opening minutes", "description": "A cut of deepseek-monday.", "from": "2025-01-27T14:29:00Z", "to": "2025-01-27T14:40:00Z" }"""
        );
        var rows = File.ReadAllLines(Path.Combine(source, "quotes.csv"));
        File.WriteAllLines(
            Path.Combine(folder, "quotes.csv"),
            rows.Where(
                (row, index) =>
                    index == 0
                    || (string.CompareOrdinal(row, "2025-01-27T14:30") >= 0 && string.CompareOrdinal(row, "2025-01-27T14:41") < 0)
            )
        );
        var subscribers = Enumerable
            .Range(1, Subscribers)
            .Select(number =>
                $$"""{ "email": "reader{{number}}@example.com", "rules": ["#chips notable", "NVDA falls 5% today", "AVGO severe", "any of #chips falls 5% today"] }"""
            );
        File.WriteAllText(
            Path.Combine(folder, "watch.json"),
            $$"""
            { "baskets": [{ "name": "chips", "members": ["NVDA", "AVGO", "AMD", "TSM", "MU", "MRVL", "ASML", "ARM", "INTC", "QCOM", "TXN", "LRCX", "AMAT", "KLAC", "SMCI"] }],
              "subscribers": [{{string.Join(",\n", subscribers)}}] }
            """
        );
    }
}
