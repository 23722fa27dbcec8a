using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>The four conditions in plain loops over arrays: what a rule engine or a query has to be compared with.</summary>
/// <param name="day">The quotes.</param>
internal sealed class BareConditions(MarketDay day) : FourConditionsContender(day)
{
    public override string Name => "bare loops, four conditions";

    public override ContenderKind Kind => ContenderKind.Guard;

    /// <summary>Mean and sample variance of the 20 prices before a poll; null while there are fewer.</summary>
    public static (double Mean, double Variance)? Spread(MarketDay day, int poll, int symbol)
    {
        if (poll < FourConditions.OutlierPrices)
        {
            return null;
        }

        var (sum, squares) = (0.0, 0.0);
        for (var back = FourConditions.OutlierPrices; back > 0; back--)
        {
            sum += day.Prices[poll - back][symbol];
        }

        var mean = sum / FourConditions.OutlierPrices;
        for (var back = FourConditions.OutlierPrices; back > 0; back--)
        {
            var off = day.Prices[poll - back][symbol] - mean;
            squares += off * off;
        }

        return (mean, squares / (FourConditions.OutlierPrices - 1));
    }

    protected override void Reset() { }

    protected override void Take(int poll)
    {
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            var last = Day.Prices[poll][symbol];
            Edges.Take(poll, symbol, FourConditions.Drop, FourConditions.IsDrop(Day.PreviousClose[symbol], last));
            Edges.Take(
                poll,
                symbol,
                FourConditions.Change,
                poll >= FourConditions.ChangeMinutes
                    && FourConditions.IsChange(Day.Prices[poll - FourConditions.ChangeMinutes][symbol], last)
            );
            Edges.Take(
                poll,
                symbol,
                FourConditions.Volume,
                FourConditions.IsVolume(Day.AverageVolume[symbol] * Day.Share[poll], Day.Volumes[poll][symbol])
            );
            Edges.Take(
                poll,
                symbol,
                FourConditions.Outlier,
                Spread(Day, poll, symbol) is { } spread && FourConditions.IsOutlier(spread.Mean, spread.Variance, last)
            );
        }
    }
}
