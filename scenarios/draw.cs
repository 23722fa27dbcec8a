#:property PublishAot=false

// Draws the minute quotes and the daily history of both scenarios: `dotnet run scenarios/draw.cs` from the root.
// Same files on every machine: fixed seeds, and only arithmetic that IEEE 754 rounds exactly (no Log, no Cos).
// Prices are whole cents inside; minutes count from the open at 09:30 New York (14:30 UTC in winter).
#pragma warning disable CA5394 // Random: a drawing, not a secret.
using System.Globalization;

DeepSeekMonday.Draw(Path.Combine("scenarios", "deepseek-monday"));
QuietDay.Draw(Path.Combine("scenarios", "quiet-day"));

internal sealed record Figure(int Open, int High, int Low, int Close, long Volume);
internal sealed record Anchor(int Minute, int Cents);
internal sealed record Past(string Symbol, int[] Closes, long[] Volumes);

/// <summary>One session of one symbol. Without a known day, open, high and low are the running ones.</summary>
internal sealed record Tape(string Symbol, int PreviousClose, int[] Last, long[] Volume, Figure? KnownDay = null);

/// <summary>
/// figures.csv holds what is published. anchors.csv holds what the drawing aims at: the surprise of Monday's close (z)
/// or the daily standard deviation in percent (s), Monday's volume as a multiple of the 20-session average where it
/// is known, and the minutes at which Monday's path meets its high (H), its low (L) or a price (=).
/// </summary>
internal static class DeepSeekMonday
{
    private const int Seed = 20250127;

    // The first minute at which a symbol may, and by which it must, be this many percent below its previous close.
    private static readonly (string Symbol, double Percent, int From, int To)[] Crossings = [("NVDA", 15, 95, 95),
        ("AMD", 5, 11, 34), ("AMAT", 5, 11, 34), ("KLAC", 5, 11, 34), ("LRCX", 5, 91, 109), ("INTC", 2, 61, 150), ("QCOM", 2, 31, 150)];

    // The worst fall of NVDA within so many minutes, in percent.
    private static readonly (int Minutes, double Least, double Most)[] Falls = [(5, 1.20, 1.28), (15, 2.98, 3.12), (60, 5.36, 5.45)];

    public static void Draw(string folder)
    {
        Dictionary<string, Figure> figures = ReadFigures(Path.Combine(folder, "figures.csv"));
        double[] tide = Paths.Normals(new Random(Seed), Paths.Close + 1);
        List<Tape> friday = [], monday = [], tuesday = [];
        List<Past> pasts = [];
        foreach (string[] plan in Csv.Read(Path.Combine(folder, "anchors.csv")))
        {
            int seed = Seed + (1000 * pasts.Count);
            Figure Day(string date) => figures[$"{plan[0]} {date}"];
            friday.Add(DrawFriday(plan[0], Day, new Random(seed + 1), tide));
            monday.Add(DrawMonday(plan, Day, seed + 2, tide));
            tuesday.Add(DrawTuesday(plan[0], Day, new Random(seed + 3), tide));
            pasts.Add(DrawPast(plan, Day, new Random(seed + 4)));
        }

        IEnumerable<string> end = Csv.Quotes("2025-01-24", Paths.Close - 30, Paths.Close, friday);
        IEnumerable<string> day = Csv.Quotes("2025-01-27", 0, Paths.Close, monday);
        Csv.WriteQuotes(folder, [.. end, .. day, .. Csv.Quotes("2025-01-28", 0, 30, tuesday)]);
        Csv.WriteHistory(folder, History.SessionsBefore("2025-01-24"), pasts);
    }

    private static Dictionary<string, Figure> ReadFigures(string path) => Csv.Read(path).ToDictionary(
        cells => $"{cells[0]} {cells[1]}",
        cells => new Figure(Csv.Cents(cells[2]), Csv.Cents(cells[3]), Csv.Cents(cells[4]), Csv.Cents(cells[5]), (long)Csv.Number(cells[6])));

    private static Tape DrawFriday(string symbol, Func<string, Figure> day, Random random, double[] tide)
    {
        Figure figure = day("2025-01-24");
        int start = Paths.Inside(figure.Close * (1 + (0.002 * Paths.Normal(random))), figure.Low, figure.High);
        int[] last = Paths.Draw([new(Paths.Close - 30, start), new(Paths.Close, figure.Close)], figure.Low, figure.High, 0.0004, random, tide);
        return new Tape(symbol, day("2025-01-23").Close, last, Volumes.Cumulative(figure.Volume, 0.06, random), figure);
    }

    private static Tape DrawMonday(string[] plan, Func<string, Figure> day, int seed, double[] tide)
    {
        Figure figure = day("2025-01-27");
        int before = day("2025-01-24").Close;
        bool calm = plan[0] == "NVDA";
        double noise = (calm ? 0.004 : 0.010) * (figure.High - figure.Low) / figure.Open;
        IEnumerable<Anchor> between = plan[3].Split(' ').Select(word => ReadAnchor(word, figure));
        Anchor[] anchors = [new(0, figure.Open), .. between, new(Paths.Close, figure.Close)];
        for (int attempt = 0; attempt < 5000; attempt++)
        {
            var random = new Random(seed + (100_000 * attempt));
            int[] last = Paths.Draw(anchors, figure.Low, figure.High, noise, random, tide);
            if (Fits(plan[0], last, before))
            {
                return new Tape(plan[0], before, last, Volumes.Cumulative(figure.Volume, calm ? 0.16 : 0.08, random));
            }
        }

        throw new InvalidOperationException($"No path of {plan[0]} keeps the rules: move its anchors.");
    }

    private static Anchor ReadAnchor(string word, Figure figure)
    {
        int end = word.IndexOfAny(['H', 'L', '=']);
        int cents = word[end] switch { 'H' => figure.High, 'L' => figure.Low, _ => Csv.Cents(word[(end + 1)..]) };
        return new Anchor((int)Csv.Number(word[..end]), cents);
    }

    private static bool Fits(string symbol, int[] last, int before)
    {
        bool smooth = Enumerable.Range(1, Paths.Close).All(m => Math.Abs(last[m] - last[m - 1]) <= 0.012 * last[m - 1]);
        bool crosses = Crossings.Where(rule => rule.Symbol == symbol).All(rule =>
            Array.FindIndex(last, cents => cents < before * (1 - (rule.Percent / 100))) is int first && first >= rule.From && first <= rule.To);
        bool falls = symbol != "NVDA" || Falls.All(rule => Paths.WorstFall(last, rule.Minutes) is double fall && fall >= rule.Least && fall <= rule.Most);
        return smooth && crosses && falls;
    }

    private static Tape DrawTuesday(string symbol, Func<string, Figure> day, Random random, double[] tide)
    {
        Figure figure = day("2025-01-28");
        int middle = Paths.Inside(figure.Open * (1 + (0.003 * Paths.Normal(random))), figure.Low, figure.High);
        int end = Paths.Inside(middle * (1 + (0.003 * Paths.Normal(random))), figure.Low, figure.High);
        int[] last = Paths.Draw([new(0, figure.Open), new(15, middle), new(30, end)], figure.Low, figure.High, 0.0005, random, tide);
        return new Tape(symbol, day("2025-01-27").Close, last, Volumes.Cumulative(figure.Volume, 0.06, random));
    }

    private static Past DrawPast(string[] plan, Func<string, Figure> day, Random random)
    {
        Figure monday = day("2025-01-27");
        Figure[] known = [.. Enumerable.Range(21, 4).Select(date => day($"2025-01-{date}"))];
        double move = Math.Abs((monday.Close / (double)known[^1].Close) - 1);
        double deviation = plan[1][0] == 'z' ? move / Csv.Number(plan[1][1..]) : Csv.Number(plan[1][1..]) / 100;
        double average = plan[2].Length == 0 ? known.Average(figure => figure.Volume) : monday.Volume / Csv.Number(plan[2]);
        int[] closes = History.Closes(History.Length + 1, [.. known.Select(figure => figure.Close)], deviation, random);
        long[] volumes = Volumes.Daily(History.Length + 1, [.. known.Select(figure => figure.Volume)], average, random);
        return new Past(plan[0], closes[..^1], volumes[..^1]);
    }
}

/// <summary>levels.csv holds invented figures: previous close, daily standard deviation, volume of a usual day.</summary>
internal static class QuietDay
{
    public static void Draw(string folder)
    {
        double[] tide = Paths.Normals(new Random(20250219), Paths.Close + 1);
        List<Tape> tapes = [];
        List<Past> pasts = [];
        foreach (string[] level in Csv.Read(Path.Combine(folder, "levels.csv")))
        {
            var random = new Random(20250220 + pasts.Count);
            int before = Csv.Cents(level[1]);
            double volume = Csv.Number(level[3]);
            int[] closes = History.Closes(History.Length, [before], Csv.Number(level[2]) / 100, random);
            pasts.Add(new Past(level[0], closes, Volumes.Daily(History.Length, [], volume, random)));
            long today = (long)(volume * (0.80 + (0.15 * random.NextDouble())));
            tapes.Add(new Tape(level[0], before, DrawPath(before, random, tide), Volumes.Cumulative(today, 0.06, random)));
        }

        Csv.WriteQuotes(folder, Csv.Quotes("2025-02-19", 0, Paths.Close, tapes));
        Csv.WriteHistory(folder, History.SessionsBefore("2025-02-19"), pasts);
    }

    private static int[] DrawPath(int before, Random random, double[] tide)
    {
        int low = (int)(before * 0.989), high = (int)(before * 1.011);
        int Near() => Paths.Inside(before * (1 + (0.003 * Paths.Normal(random))), low, high);
        return Paths.Draw([.. Enumerable.Range(0, 7).Select(i => new Anchor(65 * i, Near()))], low, high, 0.0002, random, tide);
    }
}

internal static class Paths
{
    public const int Close = 390;

    // Straight lines between the anchors, with noise that is nothing at the anchors and never reaches low or high.
    // A part of the noise is the tide, which all symbols of a day share.
    public static int[] Draw(Anchor[] anchors, int low, int high, double noise, Random random, double[] tide)
    {
        int[] path = new int[Close + 1];
        path[anchors[0].Minute] = anchors[0].Cents;
        foreach ((Anchor from, Anchor to) in anchors.Zip(anchors.Skip(1)))
        {
            int minutes = to.Minute - from.Minute;
            double[] steps = [.. Enumerable.Range(from.Minute + 1, minutes).Select(m => noise * ((0.6 * tide[m]) + (0.8 * Normal(random))))];
            double walk = 0, end = steps.Sum();
            for (int k = 1; k < minutes; k++)
            {
                double share = (double)k / minutes, line = from.Cents + (share * (to.Cents - from.Cents));
                walk += steps[k - 1];
                path[from.Minute + k] = Inside(line * (1 + walk - (share * end)), low, high);
            }

            path[to.Minute] = to.Cents;
        }

        return path;
    }

    /// <summary>Reflects what lies beyond an edge; the edges themselves are kept for the minutes that meet them.</summary>
    public static int Inside(double cents, int low, int high)
    {
        double reflected = cents > high ? (2.0 * high) - cents : cents < low ? (2.0 * low) - cents : cents;
        return Math.Clamp((int)Math.Round(reflected), low + 1, high - 1);
    }

    /// <summary>The largest fall in percent from the highest price of a sliding window to its last.</summary>
    public static double WorstFall(int[] last, int minutes) =>
        Enumerable.Range(1, last.Length - 1).Max(m => 100 * (1 - (last[m] / (double)last[Math.Max(0, m - minutes)..m].Max())));

    /// <summary>Nearly normal: the sum of twelve uniform numbers, less six.</summary>
    public static double Normal(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;

    public static double[] Normals(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal(random))];
}

internal static class Volumes
{
    /// <summary>Volume so far at each minute: high at the open and the close, with the given share in the first five minutes.</summary>
    public static long[] Cumulative(long day, double firstFive, Random random)
    {
        double[] parts = [.. Enumerable.Range(0, Paths.Close).Select(m => Weight(m) * (0.75 + (0.5 * random.NextDouble())))];
        double early = parts[..6].Sum(), late = parts[6..].Sum() + Weight(Paths.Close), sum = 0;
        IEnumerable<double> shares = parts.Select((part, m) => sum += m <= 5 ? firstFive * part / early : (1 - firstFive) * part / late);
        return [.. shares.Select(share => (long)Math.Round(day * share)), day];
    }

    /// <summary>Daily volumes that end with the known ones and whose last twenty have the given average.</summary>
    public static long[] Daily(int count, long[] known, double average, Random random)
    {
        double[] drawn = [.. Enumerable.Range(0, count - known.Length).Select(_ => 0.7 + (0.6 * random.NextDouble()))];
        double scale = ((20 * average) - known.Sum()) / drawn.TakeLast(20 - known.Length).Sum();
        return [.. drawn.Select(part => (long)Math.Round(part * scale)), .. known];
    }

    // The first and the last minute hold the auctions.
    private static double Weight(int minute)
    {
        double x = (2.0 * minute / Paths.Close) - 1;
        return (1 + (2 * x * x)) * minute switch { 0 => 2, Paths.Close => 18, _ => 1 };
    }
}

internal static class History
{
    public const int Length = 21;

    private static readonly string[] Holidays = ["2024-12-25", "2025-01-01", "2025-01-09", "2025-01-20", "2025-02-17"];

    public static string[] SessionsBefore(string day)
    {
        DateTime date = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        IEnumerable<string> weekdays = Enumerable.Range(1, 60).Select(back => date.AddDays(-back))
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
        double middle = counted.Average(), spread = counted.Average(x => (x - middle) * (x - middle));
        double mean = given.Sum() / 20, rest = (counted.Length * mean * mean) + given.Sum(x => (x - mean) * (x - mean));
        double size = Math.Sqrt(Math.Max(0, ((19 * deviation * deviation) - rest) / (counted.Length * spread)));
        double close = known[0];
        IEnumerable<double> backwards = drawn.Reverse().Select(x => close /= 1 + (size * (x - middle)));
        return [.. backwards.Select(x => (int)Math.Round(x)).Reverse(), .. known];
    }
}

internal static class Csv
{
    public static IEnumerable<string[]> Read(string path) => File.ReadLines(path).Skip(1).Select(line => line.Split(','));

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static int Cents(string price) => price.Length == 0 ? 0 : (int)(100 * decimal.Parse(price, CultureInfo.InvariantCulture));

    public static IEnumerable<string> Quotes(string date, int first, int last, IReadOnlyList<Tape> tapes) =>
        from minute in Enumerable.Range(first, last - first + 1)
        let time = DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMinutes(870 + minute)
        from tape in tapes
        let seen = tape.Last[..(minute + 1)]
        let day = tape.KnownDay ?? new Figure(seen[0], seen.Max(), seen.Min(), 0, 0)
        let prices = string.Join(',', new[] { seen[^1], day.Open, day.High, day.Low, tape.PreviousClose }.Select(Price))
        select string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-ddTHH:mm:ssZ},{tape.Symbol},{prices},{tape.Volume[minute]}");

    public static void WriteQuotes(string folder, IEnumerable<string> rows) =>
        Write(Path.Combine(folder, "quotes.csv"), "time_utc,symbol,last,open,high,low,previous_close,volume", rows);

    public static void WriteHistory(string folder, string[] days, IReadOnlyList<Past> pasts) =>
        Write(Path.Combine(folder, "history.csv"), "date,symbol,close,volume", days.SelectMany((day, i) =>
            pasts.Select(past => string.Create(CultureInfo.InvariantCulture, $"{day},{past.Symbol},{Price(past.Closes[i])},{past.Volumes[i]}"))));

    private static void Write(string path, string header, IEnumerable<string> rows) =>
        File.WriteAllText(path, string.Join('\n', [header, .. rows, string.Empty]));

    private static string Price(int cents) => (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);
}
