using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Pages with everything in them.</summary>
internal static class GivenMarket
{
    public static readonly DateTimeOffset Open = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2025, 1, 27);

    /// <summary>Symbols of which every column is filled, as after a busy day; no two alike.</summary>
    public static SymbolColumns Full(params string[] symbols)
    {
        var columns = new SymbolColumns();
        columns.Add([.. symbols.Select(Symbol.Parse)]);
        for (var row = 0; row < symbols.Length; row++)
        {
            Fill(columns, row, new Dice((ulong)row));
        }

        FillWindows(columns);
        return columns;
    }

    public static MarketPage Page(string name, params string[] symbols) =>
        new(name, Full(symbols))
        {
            Poll = Open,
            SeenAt = Open.AddSeconds(5),
            DeclaredDelay = TimeSpan.FromMinutes(15),
        };

    private static void Fill(SymbolColumns columns, int row, Dice dice)
    {
        var price = 20 + (dice.Below(13_000) / 100.0);
        columns.Session[row] = Day.DayNumber;
        columns.QuoteTime[row] = Open.AddHours(6).AddSeconds(row % 60).UtcTicks;
        columns.Last[row] = price;
        columns.Open[row] = Math.Round(price * 1.01, 2);
        columns.PreviousClose[row] = Math.Round(price * 1.05, 2);
        columns.Volume[row] = 818_830_900 + row;
        columns.UsualVolumeSoFar[row] = 198_765_432.1 / (row + 3);
        columns.BenchmarkMove[row] = -1.0 / (row + 3);
        columns.ToldBelow[row] = Math.Floor(price * 9_000);
        columns.ToldAbove[row] = Math.Floor(price * 11_000);
        columns.PreMarketLast[row] = Math.Round(price * 1.02, 2);
        columns.PreMarketBase[row] = Math.Round(price * 1.05, 2);
        columns.AfterHoursLast[row] = Math.Round(price * 0.99, 2);
        columns.AfterHoursBase[row] = price;
        columns.SplitRatio[row] = 0.05;
        columns.SplitDay[row] = Day.DayNumber;
        columns.Unverified[row] = true;
        columns.Hold(row, Math.Round(price * 0.8, 2), Open.AddHours(6).UtcTicks);
        columns.ExtendedTime[row] = Open.AddHours(-1).UtcTicks;
        columns.HaltedSince[row] = Open.AddHours(5).UtcTicks;
        columns.LastVerdict[row] = VerdictReason.LoneJump;
        var closes = Walk(price, 2, dice).Take(DailyCloses.Capacity);
        new SymbolState(columns, row).RestoreCloses(
            new DateOnly(2025, 1, 24),
            closes.Select(close => (close, (float)dice.Below(900_000_000)))
        );
        FillPaths(columns, row, price, dice);
        FillExtremes(columns, row, dice);
    }

    private static void FillPaths(SymbolColumns columns, int row, double price, Dice dice)
    {
        var open = (int)Open.ToUnixTimeSeconds();
        foreach (var (point, near) in Walk(price, 0.5, dice).Take(PriceTrail.Capacity).Index())
        {
            columns.Trails[row].Add(new TrailPoint((open / 60) + (point * PriceTrail.MinutesBetweenPoints), (float)near));
        }

        columns.TracedMinute[row] = columns.Trails[row].Points[^1].Minute;
    }

    private static void FillWindows(SymbolColumns columns)
    {
        var walks = Enumerable
            .Range(0, columns.Symbols.Count)
            .Select(row => Walk(columns.Last[row], 0.2, new Dice((ulong)row)).GetEnumerator())
            .ToArray();
        var seconds = (int)Open.ToUnixTimeSeconds();
        GivenWindows.Fill(
            columns,
            PriceWindows.Capacity,
            row =>
            {
                seconds += row is 0 ? 60 : 0;
                walks[row].MoveNext();
                return (seconds + (row % 60), walks[row].Current);
            }
        );
    }

    private static void FillExtremes(SymbolColumns columns, int row, Dice dice)
    {
        for (var metric = 0; metric < SymbolMetrics.All.Count; metric++)
        {
            foreach (var direction in new[] { Direction.Down, Direction.Up })
            {
                var column = columns.Episodes[metric, direction];
                column.Extreme[row] = dice.Below(50_000);
                column.HalfSince[row] = SymbolMetrics.All[metric].EpisodeEnd is EpisodeEnd.BackAtHalf ? 50_000 + dice.Below(20_000) : 0;
            }
        }
    }

    /// <summary>Prices in cents, each at most so many percent from the one before.</summary>
    private static IEnumerable<double> Walk(double price, double percent, Dice dice)
    {
        while (true)
        {
            yield return price = Math.Round(price * (1 + (percent / 100 * ((dice.Below(2_001) / 1_000.0) - 1))), 2);
        }
    }
}
