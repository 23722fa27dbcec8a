namespace MarketAlerts.ScenarioDrawing.Days;

/// <summary>
/// figures.csv holds what is published. anchors.csv holds what the drawing aims at: the surprise of Monday's close (z)
/// or the daily standard deviation in percent (s), Monday's volume as a multiple of the 20-session average where it
/// is known, and the minutes at which Monday's path meets its high (H), its low (L) or a price (=).
/// </summary>
internal static class DeepSeekMonday
{
    private const int Seed = 20250127;

    // The first minute at which a symbol may, and by which it must, be this many percent below its previous close.
    private static readonly (string Symbol, double Percent, int From, int To)[] Crossings =
    [
        ("NVDA", 15, 95, 95),
        ("AMD", 5, 11, 34),
        ("AMAT", 5, 11, 34),
        ("KLAC", 5, 11, 34),
        ("LRCX", 5, 91, 109),
        ("INTC", 2, 61, 150),
        ("QCOM", 2, 31, 150),
    ];

    // The worst fall of NVDA within so many minutes, in percent.
    private static readonly (int Minutes, double Least, double Most)[] Falls = [(5, 1.20, 1.28), (15, 2.98, 3.12), (60, 5.36, 5.45)];

    public static void Draw(Folder folder)
    {
        Dictionary<string, Figure> figures = ReadFigures(folder);
        double[] tide = Paths.Normals(new Random(Seed), Session.Full + 1);
        List<Tape> friday = [],
            monday = [],
            tuesday = [];
        List<Past> pasts = [];
        foreach (string[] plan in folder.Read("anchors.csv"))
        {
            int seed = Seed + (1000 * pasts.Count);
            Figure Day(string date) => figures[$"{plan[0]} {date}"];
            friday.Add(DrawFriday(plan[0], Day, new Random(seed + 1), tide));
            monday.Add(DrawMonday(plan, Day, seed + 2, tide));
            tuesday.Add(DrawTuesday(plan[0], Day, new Random(seed + 3), tide));
            pasts.Add(DrawPast(plan, Day, new Random(seed + 4)));
        }

        IEnumerable<QuoteRow> end = Tape.Rows(friday, Session.Winter("2025-01-24"), Session.Full - 30, Session.Full);
        IEnumerable<QuoteRow> day = Tape.Rows(monday, Session.Winter("2025-01-27"), 0, Session.Full);
        folder.WriteQuotes([.. end, .. day, .. Tape.Rows(tuesday, Session.Winter("2025-01-28"), 0, 30)]);
        folder.WriteHistory(History.SessionsBefore("2025-01-24"), pasts);
    }

    private static Dictionary<string, Figure> ReadFigures(Folder folder) =>
        folder
            .Read("figures.csv")
            .ToDictionary(
                cells => $"{cells[0]} {cells[1]}",
                cells => new Figure(
                    Csv.Cents(cells[2]),
                    Csv.Cents(cells[3]),
                    Csv.Cents(cells[4]),
                    Csv.Cents(cells[5]),
                    (long)Csv.Number(cells[6])
                )
            );

    private static Tape DrawFriday(string symbol, Func<string, Figure> day, Random random, double[] tide)
    {
        Figure figure = day("2025-01-24");
        int start = Paths.Inside(figure.Close * (1 + (0.002 * Paths.Normal(random))), figure.Low, figure.High);
        int[] last = Paths.Draw(
            [new(Session.Full - 30, start), new(Session.Full, figure.Close)],
            figure.Low,
            figure.High,
            0.0004,
            random,
            tide
        );
        return new Tape(symbol, day("2025-01-23").Close, last, Volumes.Cumulative(figure.Volume, 0.06, random), figure);
    }

    private static Tape DrawMonday(string[] plan, Func<string, Figure> day, int seed, double[] tide)
    {
        Figure figure = day("2025-01-27");
        int before = day("2025-01-24").Close;
        bool calm = plan[0] == "NVDA";
        double noise = (calm ? 0.004 : 0.010) * (figure.High - figure.Low) / figure.Open;
        IEnumerable<Anchor> between = plan[3].Split(' ').Select(word => ReadAnchor(word, figure));
        Anchor[] anchors = [new(0, figure.Open), .. between, new(Session.Full, figure.Close)];
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
        int cents = word[end] switch
        {
            'H' => figure.High,
            'L' => figure.Low,
            _ => Csv.Cents(word[(end + 1)..]),
        };
        return new Anchor((int)Csv.Number(word[..end]), cents);
    }

    private static bool Fits(string symbol, int[] last, int before)
    {
        bool smooth = Enumerable.Range(1, Session.Full).All(m => Math.Abs(last[m] - last[m - 1]) <= 0.012 * last[m - 1]);
        bool crosses = Crossings
            .Where(rule => rule.Symbol == symbol)
            .All(rule =>
                Array.FindIndex(last, cents => cents < before * (1 - (rule.Percent / 100))) is int first
                && first >= rule.From
                && first <= rule.To
            );
        bool falls =
            symbol != "NVDA"
            || Falls.All(rule => Paths.WorstFall(last, rule.Minutes) is double fall && fall >= rule.Least && fall <= rule.Most);
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
