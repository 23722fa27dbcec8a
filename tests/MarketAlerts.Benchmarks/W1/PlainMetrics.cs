using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>The full metric set by its definitions, one symbol and window at a time: slow, and the guard of the others' answers.</summary>
/// <param name="day">The quotes.</param>
internal sealed class PlainMetrics(MarketDay day) : IContender, IFullMetrics
{
    private long[] _extremes = [];
    private bool[] _atHalf = [];

    public string Name => "plain loops, all metrics";

    public ContenderKind Kind => ContenderKind.Guard;

    public string Question => FullMetrics.Question;

    public int UnitsPerRun => MarketDay.Polls;

    public void Prepare()
    {
        _extremes = new long[FullMetrics.Count * 2 * Tickers.Count];
        _atHalf = new bool[_extremes.Length];
    }

    public void RunOnce()
    {
        for (var poll = 0; poll < MarketDay.Polls; poll++)
        {
            for (var basket = 0; basket < MarketPlan.BasketStarts.Count - 1; basket++)
            {
                for (var symbol = MarketPlan.BasketStarts[basket]; symbol < MarketPlan.BasketStarts[basket + 1]; symbol++)
                {
                    TakeSession(poll, symbol, MarketPlan.BasketStarts[basket]);
                    TakeWindows(poll, symbol);
                }
            }
        }
    }

    public long Answer() => ExtremeSum.Of(this);

    public long Extreme(int metric, Direction direction, int symbol) => _extremes[PlaceOf(metric, direction, symbol)];

    private void TakeSession(int poll, int symbol, int benchmark)
    {
        var (move, open) = (DayMove(poll, symbol), day.Prices[0][symbol]);
        Take(FullMetrics.DayMove, symbol, move);
        Take(FullMetrics.OpenMove, symbol, Percent.Change(open, day.Prices[poll][symbol]));
        Take(FullMetrics.Gap, symbol, Percent.Change(day.PreviousClose[symbol], open));
        Take(FullMetrics.Surprise, symbol, move / day.Sigma[symbol]);
        Take(FullMetrics.Tier, symbol, TierOf(move, move / day.Sigma[symbol]) * Math.Sign(move));
        Take(FullMetrics.Volume, symbol, day.Volumes[poll][symbol] / (day.AverageVolume[symbol] * day.Share[poll]));
        Take(FullMetrics.Relative, symbol, move - DayMove(poll, benchmark));
    }

    private void TakeWindows(int poll, int symbol)
    {
        var (last, highest, lowest, minute) = (day.Prices[poll][symbol], 0.0, double.MaxValue, 0);
        for (var window = 0; window < FullMetrics.Minutes.Count; window++)
        {
            for (; minute <= FullMetrics.Minutes[window] && minute <= poll; minute++)
            {
                var price = day.Prices[poll - minute][symbol];
                (highest, lowest) = (Math.Max(highest, price), Math.Min(lowest, price));
            }

            TakeWindow(PlaceOf(FullMetrics.FirstWindow + window, Direction.Down, symbol), -Percent.Change(highest, last));
            TakeWindow(PlaceOf(FullMetrics.FirstWindow + window, Direction.Up, symbol), Percent.Change(lowest, last));
        }
    }

    private void Take(int metric, int symbol, double value)
    {
        ref var extreme = ref _extremes[PlaceOf(metric, value < 0 ? Direction.Down : Direction.Up, symbol)];
        extreme = Math.Max(extreme, Level.FromValue(Math.Abs(value)).Units);
    }

    /// <summary>Back at half the extreme for two quotes a minute apart, the episode begins anew.</summary>
    private void TakeWindow(int place, double value)
    {
        var units = Level.FromValue(value).Units;
        _extremes[place] = Math.Max(_extremes[place], units);
        var atHalf = 2 * units <= _extremes[place];
        _extremes[place] = atHalf && _atHalf[place] ? units : _extremes[place];
        _atHalf[place] = atHalf && !_atHalf[place];
    }

    private double DayMove(int poll, int symbol) => Percent.Change(day.PreviousClose[symbol], day.Prices[poll][symbol]);

    private static int TierOf(double move, double surprise)
    {
        var (size, sigmas) = (Level.FromValue(Math.Abs(move)).Units, Level.FromValue(Math.Abs(surprise)).Units);
        return size >= FullMetrics.Severe ? 2
            : size >= FullMetrics.Notable && sigmas >= FullMetrics.NotableSigma ? 1
            : 0;
    }

    private static int PlaceOf(int metric, Direction direction, int symbol) => (((metric * 2) + (int)direction) * Tickers.Count) + symbol;
}
