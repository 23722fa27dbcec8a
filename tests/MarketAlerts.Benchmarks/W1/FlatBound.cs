using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using Vector = System.Numerics.Vector<double>;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// The bound: the arithmetic of the full metric set on flat arrays, a vector of symbols at a time, and nothing else: no guard, no level, no
/// time.
/// </summary>
/// <param name="day">The quotes.</param>
internal sealed class FlatBound(MarketDay day) : IContender, IFullMetrics
{
    private const int Block = 1000; // Its rows stay in the second cache while the steps go over them.

    private readonly double[] _dayMoves = new double[Tickers.Count];
    private readonly double[] _benchmarkMoves = new double[Tickers.Count];
    private SessionRow[] _session = [];
    private WindowRows[] _windows = [];

    public string Name => "bound: flat arrays, all metrics";

    public ContenderKind Kind => ContenderKind.Bound;

    public string Question => FullMetrics.Question;

    public int UnitsPerRun => MarketDay.Polls;

    public void Prepare()
    {
        _session = [.. Enumerable.Range(0, FullMetrics.FirstWindow).Select(_ => new SessionRow())];
        _windows = WindowRows.All(day.Prices[0]);
    }

    public void RunOnce()
    {
        for (var poll = 0; poll < MarketDay.Polls; poll++)
        {
            Compare(day.Prices[poll]);
            for (var from = 0; from < Tickers.Count; from += Block)
            {
                TakeMoves(poll, from);
                TakeSurprises(from);
                TakeVolumes(poll, from);
                foreach (var window in _windows)
                {
                    window.Take(poll, day.Prices[poll], from, from + Block);
                }
            }
        }
    }

    public long Answer() => ExtremeSum.Of(this);

    public long Extreme(int metric, Direction direction, int symbol) =>
        metric < FullMetrics.FirstWindow
            ? _session[metric].Extreme(direction, symbol)
            : _windows.Single(window => window.Metric == metric).Extreme(direction, symbol);

    /// <summary>All day-moves, then each beside its basket's first.</summary>
    private void Compare(double[] prices)
    {
        for (var at = 0; at < prices.Length; at += Vector.Count)
        {
            Lanes.Store(Lanes.Change(Lanes.Load(day.PreviousClose, at), Lanes.Load(prices, at)), _dayMoves, at);
        }

        for (var basket = 0; basket < MarketPlan.BasketStarts.Count - 1; basket++)
        {
            var (from, before) = (MarketPlan.BasketStarts[basket], MarketPlan.BasketStarts[basket + 1]);
            _benchmarkMoves.AsSpan(from, before - from).Fill(_dayMoves[from]);
        }
    }

    private void TakeMoves(int poll, int from)
    {
        var (prices, opens, closes) = (day.Prices[poll], day.Prices[0], day.PreviousClose);
        var (dayMove, open, gap, relative) = (
            _session[FullMetrics.DayMove],
            _session[FullMetrics.OpenMove],
            _session[FullMetrics.Gap],
            _session[FullMetrics.Relative]
        );
        for (var at = from; at < from + Block; at += Vector.Count)
        {
            var move = Lanes.Load(_dayMoves, at);
            dayMove.Take(at, move, Lanes.Units(move));
            open.Take(at, Lanes.Change(Lanes.Load(opens, at), Lanes.Load(prices, at)));
            gap.Take(at, Lanes.Change(Lanes.Load(closes, at), Lanes.Load(opens, at)));
            relative.Take(at, move - Lanes.Load(_benchmarkMoves, at));
        }
    }

    private void TakeSurprises(int from)
    {
        var (surprise, tier, sigmas) = (_session[FullMetrics.Surprise], _session[FullMetrics.Tier], day.Sigma);
        for (var at = from; at < from + Block; at += Vector.Count)
        {
            var move = Lanes.Load(_dayMoves, at);
            var value = move / Lanes.Load(sigmas, at);
            var units = Lanes.Units(value);
            surprise.Take(at, value, units);
            tier.Take(at, move, Lanes.Tier(Lanes.Units(move), units));
        }
    }

    private void TakeVolumes(int poll, int from)
    {
        var (rising, volumes, averages, share) = (
            _session[FullMetrics.Volume],
            day.Volumes[poll],
            day.AverageVolume,
            new Vector(day.Share[poll])
        );
        for (var at = from; at < from + Block; at += Vector.Count)
        {
            rising.TakeRising(at, Lanes.Units(Lanes.Load(volumes, at) / (Lanes.Load(averages, at) * share)));
        }
    }
}
