using System.Reactive.Linq;
using System.Reactive.Subjects;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>System.Reactive: a subject a symbol, four queries on each with Buffer and DistinctUntilChanged.</summary>
/// <param name="day">The quotes.</param>
internal sealed class ReactiveConditions(MarketDay day) : FourConditionsContender(day)
{
    private Subject<int>[] _polls = [];

    public override string Name => "System.Reactive 6.0.1";

    protected override void Reset()
    {
        foreach (var subject in _polls)
        {
            subject.Dispose();
        }

        _polls = [.. Enumerable.Range(0, Tickers.Count).Select(_ => new Subject<int>())];
        foreach (var (symbol, polls) in _polls.Index())
        {
            Subscribe(symbol, polls.Select(poll => new Minute(poll, Day.Prices[poll][symbol], Day.Volumes[poll][symbol])));
        }
    }

    protected override void Take(int poll)
    {
        foreach (var subject in _polls)
        {
            subject.OnNext(poll);
        }
    }

    private void Subscribe(int symbol, IObservable<Minute> minutes)
    {
        Watch(symbol, FourConditions.Drop, minutes.Select(now => (now.Poll, FourConditions.IsDrop(Day.PreviousClose[symbol], now.Price))));
        Watch(
            symbol,
            FourConditions.Volume,
            minutes.Select(now => (now.Poll, FourConditions.IsVolume(Day.AverageVolume[symbol] * Day.Share[now.Poll], now.Volume)))
        );
        Watch(
            symbol,
            FourConditions.Change,
            minutes
                .Buffer(FourConditions.ChangeMinutes + 1, 1)
                .Select(window => (window[^1].Poll, FourConditions.IsChange(window[0].Price, window[^1].Price)))
        );
        Watch(
            symbol,
            FourConditions.Outlier,
            minutes.Buffer(FourConditions.OutlierPrices + 1, 1).Select(window => (window[^1].Poll, IsOutlier(window)))
        );
    }

    private void Watch(int symbol, int condition, IObservable<(int Poll, bool IsTrue)> states) =>
        states
            .DistinctUntilChanged(state => state.IsTrue)
            .Where(state => state.IsTrue)
            .Subscribe(state => Edges.Count(state.Poll, symbol, condition));

    private static bool IsOutlier(IList<Minute> window)
    {
        var prices = window.Take(window.Count - 1).Select(minute => minute.Price).ToList();
        var mean = prices.Average();
        return FourConditions.IsOutlier(mean, prices.Sum(price => (price - mean) * (price - mean)) / (prices.Count - 1), window[^1].Price);
    }

    private sealed record Minute(int Poll, double Price, double Volume);
}
