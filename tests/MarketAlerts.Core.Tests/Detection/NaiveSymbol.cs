using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>One symbol as the textbook would write it: lists, LINQ, no arrays of anything. Every quote it is given counts.</summary>
internal sealed class NaiveSymbol(Symbol symbol, IEnumerable<(double Close, float Volume)> closes)
{
    private static readonly (MetricId Metric, int Seconds)[] Windows =
    [
        (MetricId.Move5m, 300),
        (MetricId.Move15m, 900),
        (MetricId.Move30m, 1_800),
        (MetricId.Move60m, 3_600),
    ];

    private readonly List<(double Close, float Volume)> _closes = [.. closes];
    private readonly List<(long Seconds, double Price)> _prices = [];
    private readonly Dictionary<(MetricId, Direction), NaiveEpisode> _episodes = [];
    private double _previousClose = double.NaN;
    private double _open = double.NaN;
    private double _volume = double.NaN;
    private double _usualVolumeSoFar = double.NaN;
    private long? _toldBelow;
    private long? _toldAbove;

    public Symbol Symbol => symbol;

    public DateOnly? Session { get; private set; }

    public long Seconds { get; private set; }

    public double DayMove => Session is null ? double.NaN : Move(_previousClose, Last);

    private double Last => _prices[^1].Price;

    public static long Units(double value) => (long)Math.Round(value * 10_000, MidpointRounding.AwayFromZero);

    public long ExtremeOf(MetricId metric, Direction direction) =>
        _episodes.TryGetValue((metric, direction), out var episode) ? episode.Extreme : 0;

    public void Take(Quote quote, DateOnly session, TimeSpan sinceOpen, double shareOfDay)
    {
        var price = Units(quote.Last) / 10_000.0;
        if (Session != session)
        {
            if (Session is not null)
            {
                _closes.Add((Units(quote.PreviousClose!.Value) / 10_000.0, (float)_volume));
            }

            foreach (var key in _episodes.Keys.Where(key => key.Item1 is not MetricId.Price).ToArray())
            {
                _episodes.Remove(key);
            }

            (Session, _open, _volume) = (session, quote.Open ?? (sinceOpen <= TimeSpan.FromMinutes(2) ? price : double.NaN), double.NaN);
            _toldBelow ??= Units(quote.PreviousClose!.Value);
            _toldAbove ??= Units(quote.PreviousClose!.Value);
        }

        Seconds = quote.MarketTime.ToUnixTimeSeconds();
        _prices.Add((Seconds, price));
        _previousClose = quote.PreviousClose!.Value;
        _volume = quote.Volume ?? _volume;
        var known = _closes.TakeLast(20).Select(close => close.Volume).ToArray();
        _usualVolumeSoFar =
            known.Length is 20 && known.All(volume => volume > 0) ? known.Average(volume => (double)volume) * shareOfDay : double.NaN;
    }

    /// <summary>All crossings of a poll, wanted or not; the benchmark's day-move is given, NaN for none.</summary>
    public IEnumerable<Crossing> Raise(double benchmarkMove) =>
        Session is null
            ? []
            : [.. Values(benchmarkMove).SelectMany(value => RaiseBoth(value.Metric, value.Falling, value.Rising)), .. RaisePrice()];

    private IEnumerable<(MetricId Metric, double Falling, double Rising)> Values(double benchmarkMove)
    {
        var move = DayMove;
        yield return Signed(MetricId.DayMove, move);
        yield return Signed(MetricId.OpenMove, Move(_open, Last));
        yield return Signed(MetricId.Gap, Move(_previousClose, _open));
        yield return Signed(MetricId.Surprise, move / UsualDay());
        yield return Signed(MetricId.Tier, TierOf(move, move / UsualDay()));
        yield return (MetricId.Volume, double.NaN, _volume / _usualVolumeSoFar);
        yield return Signed(MetricId.Relative, move - benchmarkMove);
        foreach (var (metric, seconds) in Windows)
        {
            var inside = _prices.Where(point => point.Seconds >= Seconds - seconds).Select(point => point.Price).ToArray();
            yield return inside.Length < 2
                ? (metric, double.NaN, double.NaN)
                : (metric, -Move(inside.Max(), Last), Move(inside.Min(), Last));
        }
    }

    private IEnumerable<Crossing> RaiseBoth(MetricId metric, double falling, double rising)
    {
        foreach (var (direction, value) in new[] { (Direction.Down, falling), (Direction.Up, rising) })
        {
            if (!_episodes.TryGetValue((metric, direction), out var episode))
            {
                _episodes[(metric, direction)] = episode = new NaiveEpisode(Windows.Any(window => window.Metric == metric));
            }

            var from = episode.Extreme;
            if (episode.Raise(value, Seconds))
            {
                yield return new Crossing(metric, direction, from, episode.Extreme);
            }
        }
    }

    private IEnumerable<Crossing> RaisePrice()
    {
        var level = Units(Last);
        if (level < _toldBelow)
        {
            yield return new Crossing(MetricId.Price, Direction.Down, _toldBelow.Value, level);
        }

        if (level > _toldAbove)
        {
            yield return new Crossing(MetricId.Price, Direction.Up, _toldAbove.Value, level);
        }

        _toldBelow = Math.Max(Math.Min(_toldBelow!.Value, level), Units(Last / 1.02));
        _toldAbove = Math.Min(Math.Max(_toldAbove!.Value, level), Units(Last * 1.02));
    }

    private static double TierOf(double move, double surprise) =>
        double.IsNaN(move) ? double.NaN
        : Units(Math.Abs(move)) >= 80_000 ? 2 * Math.Sign(move)
        : Units(Math.Abs(move)) >= 50_000 && Units(Math.Abs(surprise)) >= 20_000 ? Math.Sign(move)
        : 0;

    private double UsualDay()
    {
        var last = _closes.TakeLast(21).Select(close => close.Close).ToArray();
        if (last.Length < 21)
        {
            return double.NaN;
        }

        var returns = last.Skip(1).Select((close, index) => Move(last[index], close)).ToArray();
        var mean = returns.Average();
        return Math.Sqrt(returns.Sum(value => (value - mean) * (value - mean)) / 19);
    }

    private static (MetricId, double, double) Signed(MetricId metric, double value) => (metric, -value, value);

    private static double Move(double from, double to) => 100 * ((to / from) - 1);
}
