using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Market;

/// <summary>
/// The recent path of a price: one point every five minutes, at most <see cref="Capacity"/>, oldest first. Prices are kept to 1/10,000. The
/// newest price comes after the last point.
/// </summary>
public sealed class PriceTrail
{
    /// <summary>Points kept: almost four hours of a session.</summary>
    public const int Capacity = 47;

    /// <summary>Minutes from one point to the next.</summary>
    public const int MinutesBetweenPoints = 5;

    private readonly List<TrailPoint> _points = [];

    /// <summary>The points, oldest first.</summary>
    public IReadOnlyList<TrailPoint> Points => _points;

    /// <summary>Adds a point.</summary>
    public void Add(TrailPoint point)
    {
        if (_points.Count is Capacity)
        {
            _points.RemoveAt(0);
        }

        _points.Add(point);
    }

    /// <summary>The points and behind them the newest price, unless it is the last point.</summary>
    public IReadOnlyList<TrailPoint> UpTo(TrailPoint newest) =>
        _points.Count > 0 && _points[^1].Minute >= newest.Minute ? _points : [.. _points, newest];

    /// <summary>Restates everything before a minute after a split: each old share became so many new ones.</summary>
    public void Split(double newSharesPerOld, int beforeMinute)
    {
        for (var index = 0; index < _points.Count && _points[index].Minute < beforeMinute; index++)
        {
            _points[index] = _points[index] with { Price = (float)Level.Round(_points[index].Price / newSharesPerOld) };
        }
    }
}

/// <summary>One sampled price of a symbol's recent path, kept for the sparkline.</summary>
/// <param name="Minute">Minutes since 1970-01-01 UTC.</param>
/// <param name="Price">The accepted price.</param>
public readonly record struct TrailPoint(int Minute, float Price)
{
    /// <summary>The point of a price at a market time in UTC ticks.</summary>
    public static TrailPoint At(long ticks, double price) =>
        new((int)((ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute), (float)price);
}
