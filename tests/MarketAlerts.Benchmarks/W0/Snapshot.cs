using MarketAlerts.Core.Market;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>The snapshot as the classes one writes for a serializer.</summary>
internal sealed class Snapshot
{
    public string? Status { get; set; }

    public List<Ticker> Tickers { get; set; } = [];

    /// <summary>The quotes, for known tickers.</summary>
    public void AddTo(List<Quote> quotes, Dictionary<string, Symbol> symbols)
    {
        foreach (var row in Tickers)
        {
            if (symbols.TryGetValue(row.Name, out var symbol))
            {
                var time = DateTimeOffset.UnixEpoch.AddTicks(row.LastTrade.T / 100);
                quotes.Add(new Quote(symbol, time, row.LastTrade.P, row.Day.O, row.Day.H, row.Day.L, row.PrevDay.C, row.Day.V));
            }
        }
    }

    internal sealed class Ticker
    {
        [Newtonsoft.Json.JsonProperty("ticker")]
        [System.Text.Json.Serialization.JsonPropertyName("ticker")]
        public string Name { get; set; } = "";

        public DayBar Day { get; set; } = new();

        public DayBar PrevDay { get; set; } = new();

        public Trade LastTrade { get; set; } = new();
    }

    internal sealed class DayBar
    {
        public double O { get; set; }

        public double H { get; set; }

        public double L { get; set; }

        public double C { get; set; }

        public long V { get; set; }
    }

    internal sealed class Trade
    {
        public double P { get; set; }

        public long T { get; set; }
    }
}
