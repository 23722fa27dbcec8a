using MarketAlerts.Core.Levels;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Core.Tests.Metrics;

/// <summary>The metrics' formulas in plain numbers, which know nothing of vectors: what the kernels are held against.</summary>
internal static class PlainFormulas
{
    /// <summary>Both directions of one symbol.</summary>
    public static (double Falling, double Rising) Of(MetricId id, SymbolColumns symbols, int row)
    {
        var dayMove = Move(symbols.PreviousClose[row], symbols.Last[row]);
        return id switch
        {
            MetricId.DayMove => BothWays(dayMove),
            MetricId.OpenMove => BothWays(Move(symbols.Open[row], symbols.Last[row])),
            MetricId.Gap => BothWays(Move(symbols.PreviousClose[row], symbols.Open[row])),
            MetricId.Surprise => BothWays(dayMove / symbols.UsualDay[row]),
            MetricId.Tier => BothWays(Math.CopySign(TierOf(Math.Abs(dayMove), symbols.UsualDay[row]), dayMove)),
            MetricId.Volume => (double.NaN, symbols.Volume[row] / symbols.UsualVolumeSoFar[row]),
            MetricId.Relative => BothWays(dayMove - symbols.BenchmarkMove[row]),
            MetricId.PreMove => BothWays(Move(symbols.PreMarketBase[row], symbols.PreMarketLast[row])),
            MetricId.AfterMove => BothWays(Move(symbols.AfterHoursBase[row], symbols.AfterHoursLast[row])),
            _ => OfWindow(id - MetricId.Move5m, symbols, row),
        };
    }

    private static (double Falling, double Rising) OfWindow(int window, SymbolColumns symbols, int row) =>
        (-Move(symbols.Windows.Highest(window)[row], symbols.Last[row]), Move(symbols.Windows.Lowest(window)[row], symbols.Last[row]));

    private static double TierOf(double move, double usualDay) =>
        Rounded(move) >= 8 ? 2
        : Rounded(move) >= 5 && Rounded(move / usualDay) >= 2 ? 1
        : 0;

    private static (double Falling, double Rising) BothWays(double rising) => (-rising, rising);

    private static double Move(double from, double to) => 100 * ((to / from) - 1);

    private static decimal Rounded(double value) => Math.Round((decimal)value, 4, MidpointRounding.AwayFromZero);
}
