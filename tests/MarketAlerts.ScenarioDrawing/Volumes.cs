namespace MarketAlerts.ScenarioDrawing;

internal static class Volumes
{
    // What a session that ends at 13:00 trades of a usual day, the share of the first five minutes, and of a minute after hours.
    private const double HalfDay = 0.5,
        FirstFive = 0.06,
        AfterHours = 0.0002;

    /// <summary>Volume so far at each minute: high at the open and the close, with the given share in the first five minutes.</summary>
    public static long[] Cumulative(long day, double firstFive, Random random)
    {
        double[] parts = [.. Enumerable.Range(0, Session.Full).Select(m => Weight(m, Session.Full) * (0.75 + (0.5 * random.NextDouble())))];
        double early = parts[..6].Sum(),
            late = parts[6..].Sum() + Weight(Session.Full, Session.Full),
            sum = 0;
        IEnumerable<double> shares = parts.Select((part, m) => sum += m <= 5 ? firstFive * part / early : (1 - firstFive) * part / late);
        return [.. shares.Select(share => (long)Math.Round(day * share)), day];
    }

    /// <summary>Volume so far at each minute up to the last, at a pace: 1 is a usual day's, whatever the length of the session.</summary>
    public static long[] Paced(double usual, DayRhythm pace, Session session, int last, Random random)
    {
        double[] weights = [.. Enumerable.Range(0, session.Length + 1).Select(m => Weight(m, session.Length))];
        double early = weights[..6].Sum(),
            late = weights[6..].Sum(),
            day = session.Length < Session.Full ? HalfDay : 1,
            sum = 0;
        double Share(int m) =>
            m > session.Length ? AfterHours : day * (m <= 5 ? FirstFive * weights[m] / early : (1 - FirstFive) * weights[m] / late);
        return
        [
            .. Enumerable
                .Range(0, last + 1)
                .Select(m => (long)Math.Round(sum += usual * Share(m) * pace.At(m) * (0.85 + (0.3 * random.NextDouble())))),
        ];
    }

    /// <summary>Daily volumes that end with the known ones and whose last twenty have the given average.</summary>
    public static long[] Daily(int count, long[] known, double average, Random random)
    {
        double[] drawn = [.. Enumerable.Range(0, count - known.Length).Select(_ => 0.7 + (0.6 * random.NextDouble()))];
        double scale = ((20 * average) - known.Sum()) / drawn.TakeLast(20 - known.Length).Sum();
        return [.. drawn.Select(part => (long)Math.Round(part * scale)), .. known];
    }

    // The first and the last minute hold the auctions.
    private static double Weight(int minute, int close)
    {
        double x = (2.0 * minute / close) - 1;
        return (1 + (2 * x * x))
            * (
                minute == 0 ? 2
                : minute == close ? 18
                : 1
            );
    }
}
