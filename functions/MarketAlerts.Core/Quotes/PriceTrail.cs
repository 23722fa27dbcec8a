namespace MarketAlerts.Core.Quotes;

/// <summary>The recent path of a price: one point every five minutes, at most <see cref="Capacity"/>, oldest first, the last one always the newest price.</summary>
public sealed class PriceTrail
{
    /// <summary>Points kept: four hours of a session.</summary>
    public const int Capacity = 48;

    private const int MinutesBetweenPoints = 5;
    private readonly List<TrailPoint> _points = [];

    /// <summary>The points, oldest first.</summary>
    public IReadOnlyList<TrailPoint> Points => _points;

    /// <summary>Adds a point as it was stored.</summary>
    public void Restore(TrailPoint point) => _points.Add(point);

    /// <summary>Adds a price; the newest point moves along until it is five minutes after the one before it.</summary>
    public void Add(DateTimeOffset marketTime, double price)
    {
        var point = new TrailPoint((int)(marketTime.ToUnixTimeSeconds() / 60), (float)price);
        if (_points.Count > 1 && _points[^1].Minute - _points[^2].Minute < MinutesBetweenPoints)
        {
            _points[^1] = point;
            return;
        }

        _points.Add(point);
        if (_points.Count > Capacity)
        {
            _points.RemoveAt(0);
        }
    }
}
