using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>
/// Columns of random content, within what detection can write: prices in paths and windows are kept to 1/10,000, times only grow.
/// </summary>
internal static class GivenColumns
{
    private static readonly VerdictReason[] Reasons = Enum.GetValues<VerdictReason>();

    public static SymbolColumns Random(ulong seed)
    {
        var dice = new Dice(seed);
        var columns = new SymbolColumns();
        columns.Add([.. Enumerable.Range(0, dice.Below(20)).Select(row => Symbol.Parse($"S{row}.{dice.Below(99_999)}"))]);
        for (var row = 0; row < columns.Symbols.Count; row++)
        {
            if (!dice.Once(10)) // Some were never heard of.
            {
                Fill(columns, row, dice);
            }
        }

        FillWindows(columns, dice.Below(2 * PriceWindows.Capacity), dice);
        return columns;
    }

    /// <summary>A page in which nothing packs well: no price is near the one before, no number is one of 1/10,000.</summary>
    public static SymbolColumns Awkward(int count)
    {
        var columns = new SymbolColumns();
        columns.Add([.. Enumerable.Range(10_000, count).Select(number => Symbol.Parse($"SYMBOL-{number}"))]);
        for (var row = 0; row < count; row++)
        {
            var dice = new Dice((ulong)row);
            Fill(columns, row, dice);
            for (var point = 0; point < PriceTrail.Capacity; point++)
            {
                columns.Trails[row].Add(new TrailPoint((int)(columns.TracedMinute[row] += 60 * 24), (float)Price(dice)));
            }
        }

        var (seconds, far) = (0, new Dice(1));
        GivenWindows.Fill(columns, PriceWindows.Capacity, row => ((seconds += row is 0 ? 30_000 : 0) + 1, Price(far)));
        return columns;
    }

    /// <summary>Any number, the awkward ones often.</summary>
    public static double Number(Dice dice) =>
        dice.Below(6) switch
        {
            0 => double.NaN,
            1 => dice.Of(
                0,
                -0.0,
                double.MaxValue,
                double.Epsilon,
                double.PositiveInfinity,
                double.NegativeInfinity,
                1e-4,
                0.1 + 0.2,
                1L << 52,
                -1 / 3.0
            ),
            2 => BitConverter.UInt64BitsToDouble(dice.Bits()) is var any && double.IsNaN(any)
                ? 1
                : BitConverter.UInt64BitsToDouble(dice.Bits() & 0x7FEF_FFFF_FFFF_FFFF),
            _ => Price(dice),
        };

    private static double Price(Dice dice) => Level.Round((1 + dice.Below(80_000)) / (dice.Once(3) ? 10_000.0 : 1_000_000.0));

    private static void Fill(SymbolColumns columns, int row, Dice dice)
    {
        foreach (
            var column in (Column<double>[])
                [
                    columns.Last,
                    columns.Open,
                    columns.PreviousClose,
                    columns.Volume,
                    columns.UsualVolumeSoFar,
                    columns.BenchmarkMove,
                    columns.ToldBelow,
                    columns.ToldAbove,
                    columns.PreMarketLast,
                    columns.PreMarketBase,
                    columns.AfterHoursLast,
                    columns.AfterHoursBase,
                    columns.SplitRatio,
                ]
        )
        {
            column[row] = Number(dice);
        }

        columns.Session[row] = dice.Below(4_000_000);
        columns.SplitDay[row] = dice.Below(4_000_000);
        columns.QuoteTime[row] = dice.Of((long)dice.Bits(), long.MaxValue, long.MinValue, 0);
        columns.ExtendedTime[row] = (long)dice.Bits();
        columns.HaltedSince[row] = (long)dice.Bits();
        columns.Hold(row, Number(dice), (long)dice.Bits());
        columns.Unverified[row] = dice.Once(2);
        columns.Sources[row] = (byte)dice.Below(3);
        columns.LastVerdict[row] = dice.Of(Reasons);
        new SymbolState(columns, row).RestoreCloses(
            dice.Once(5) ? null : DateOnly.FromDayNumber(1 + dice.Below(3_000_000)),
            Enumerable
                .Range(0, dice.Below(DailyCloses.Capacity + 3))
                .Select(_ => (Price(dice), dice.Once(4) ? 0 : BitConverter.UInt32BitsToSingle((uint)dice.Below(0x7F80_0000))))
        );
        FillPaths(columns, row, dice);
        FillExtremes(columns, row, dice);
    }

    private static void FillPaths(SymbolColumns columns, int row, Dice dice)
    {
        for (var (point, minute) = (dice.Below(PriceTrail.Capacity + 5), dice.Below(30_000_000)); point > 0; point--)
        {
            columns.Trails[row].Add(new TrailPoint(minute += dice.Below(5_000), (float)Price(dice)));
            columns.TracedMinute[row] = minute;
        }
    }

    /// <summary>Some symbols quote at every poll, some now and then, some never.</summary>
    private static void FillWindows(SymbolColumns columns, int polls, Dice dice)
    {
        var missing = columns.Symbols.Select(_ => dice.Of(1, 2, 30, 0)).ToArray();
        var seconds = dice.Below(1_700_000_000);
        GivenWindows.Fill(
            columns,
            polls,
            row =>
            {
                seconds += row is 0 ? 100 + dice.Below(dice.Once(8) ? 30_000 : 100) : 0;
                return missing[row] > 0 && (missing[row] is 1 || !dice.Once(missing[row])) ? (seconds + dice.Below(90), Price(dice)) : null;
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
                column.Extreme[row] = dice.Of(0, dice.Below(5_000_000), dice.Below(5_000_000), 1L << 53);
                var waits = SymbolMetrics.All[metric].EpisodeEnd is EpisodeEnd.BackAtHalf && dice.Once(2);
                column.HalfSince[row] = waits ? 1 + dice.Below(80_000) : 0;
            }
        }
    }
}
