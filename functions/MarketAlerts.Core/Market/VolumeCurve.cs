namespace MarketAlerts.Core.Market;

/// <summary>How much of a day's volume is usually traded by a minute of the session: straight lines between known points.</summary>
/// <param name="regular">Minutes after the open and the share of a usual session's volume traded by then, from 0 to 1, rising; the first at
/// 0 minutes.</param>
/// <param name="halfDay">The same for a session that closes early, still as a share of a usual session's volume.</param>
public sealed class VolumeCurve(IReadOnlyList<(int Minute, double Share)> regular, IReadOnlyList<(int Minute, double Share)> halfDay)
{
    private readonly double[] _regular = Table(regular);
    private readonly double[] _halfDay = Table(halfDay);

    /// <summary>The share by an instant of a session.</summary>
    /// <param name="minutesAfterOpen">Whole minutes; before the open as at the open, after the last point as at the last.</param>
    /// <param name="closesEarly">Whether the session closes early.</param>
    public double ShareBy(int minutesAfterOpen, bool closesEarly)
    {
        var table = closesEarly ? _halfDay : _regular;
        return table[Math.Clamp(minutesAfterOpen, 0, table.Length - 1)];
    }

    private static double[] Table(IReadOnlyList<(int Minute, double Share)> points)
    {
        var table = new double[points[^1].Minute + 1];
        table[0] = points[0].Share;
        foreach (var ((fromMinute, fromShare), (toMinute, toShare)) in points.Zip(points.Skip(1)))
        {
            for (var minute = fromMinute + 1; minute <= toMinute; minute++)
            {
                table[minute] = fromShare + ((toShare - fromShare) * (minute - fromMinute) / (toMinute - fromMinute));
            }
        }

        return table;
    }
}
