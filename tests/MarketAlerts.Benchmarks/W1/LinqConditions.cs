using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>Everyday LINQ over a list of records a symbol.</summary>
/// <param name="day">The quotes.</param>
internal sealed class LinqConditions(MarketDay day) : FourConditionsContender(day)
{
    private Dictionary<string, List<Minute>> _history = [];

    public override string Name => "LINQ over lists of records";

    protected override void Reset() => _history = Tickers.All.ToDictionary(symbol => symbol.Text, _ => new List<Minute>());

    protected override void Take(int poll)
    {
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            var history = _history[Tickers.All[symbol].Text];
            var minute = new Minute(Day.Prices[poll][symbol], Day.Volumes[poll][symbol]);
            var then = history.Count >= FourConditions.ChangeMinutes ? history[^FourConditions.ChangeMinutes] : null;
            Edges.Take(poll, symbol, FourConditions.Drop, FourConditions.IsDrop(Day.PreviousClose[symbol], minute.Price));
            Edges.Take(poll, symbol, FourConditions.Change, then is not null && FourConditions.IsChange(then.Price, minute.Price));
            Edges.Take(
                poll,
                symbol,
                FourConditions.Volume,
                FourConditions.IsVolume(Day.AverageVolume[symbol] * Day.Share[poll], minute.Volume)
            );
            Edges.Take(poll, symbol, FourConditions.Outlier, IsOutlier(history, minute.Price));
            history.Add(minute);
        }
    }

    private static bool IsOutlier(List<Minute> history, double last)
    {
        if (history.Count < FourConditions.OutlierPrices)
        {
            return false;
        }

        var prices = history.TakeLast(FourConditions.OutlierPrices).Select(minute => minute.Price).ToList();
        var mean = prices.Average();
        return FourConditions.IsOutlier(mean, prices.Sum(price => (price - mean) * (price - mean)) / (prices.Count - 1), last);
    }

    private sealed record Minute(double Price, double Volume);
}
