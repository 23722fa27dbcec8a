using System.Globalization;

namespace MarketAlerts.ScenarioDrawing;

internal static class History
{
    public const int Length = 21;

    private static readonly string[] Holidays =
    [
        "2020-02-17",
        "2024-05-27",
        "2024-07-04",
        "2024-11-28",
        "2024-12-25",
        "2025-01-01",
        "2025-01-09",
        "2025-01-20",
        "2025-02-17",
        "2025-04-18",
        "2025-05-26",
    ];

    public static string[] SessionsBefore(string day)
    {
        DateTime date = Csv.Date(day);
        IEnumerable<string> weekdays = Enumerable
            .Range(1, 60)
            .Select(back => date.AddDays(-back))
            .Where(each => each.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(each => each.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return [.. weekdays.Except(Holidays).Take(Length).Reverse()];
    }

    /// <summary>Closes that end with the known ones and whose last twenty returns have the given sample deviation.</summary>
    public static int[] Closes(int count, int[] known, double deviation, Random random)
    {
        double[] given = [.. known.Zip(known.Skip(1), (a, b) => (b / (double)a) - 1)];
        double[] drawn = Paths.Normals(random, count - known.Length);
        double[] counted = drawn[^(20 - given.Length)..];
        double middle = counted.Average(),
            spread = counted.Average(x => (x - middle) * (x - middle));
        double mean = given.Sum() / 20,
            rest = (counted.Length * mean * mean) + given.Sum(x => (x - mean) * (x - mean));
        double size = Math.Sqrt(Math.Max(0, ((19 * deviation * deviation) - rest) / (counted.Length * spread)));
        double close = known[0];
        IEnumerable<double> backwards = drawn.Reverse().Select(x => close /= 1 + (size * (x - middle)));
        return [.. backwards.Select(x => (int)Math.Round(x)).Reverse(), .. known];
    }
}
