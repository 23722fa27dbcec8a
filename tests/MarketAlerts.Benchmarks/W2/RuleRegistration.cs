using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// 1,000,000 distinct levels: the k-th most popular symbol has a share of 1/k (Zipf), 35 % on price above, 35 % below, 30 % on falls and
/// rises. The levels of a stream lie in order; they tend to be near the price.
/// </summary>
internal sealed class RuleRegistration
{
    public const int Rules = 1_000_000;
    private const int Seed = 3;
    private const int LevelScale = 10_000;

    private RuleRegistration(Draws draws, Progress progress)
    {
        var levels = new List<long>(Rules + 10_000);
        var weights = Enumerable.Range(0, Tickers.Count).Sum(rank => 1.0 / (rank + 1));
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            progress.Step("W2: drawing 1,000,000 rules");
            Prices[symbol] = Math.Round(draws.Between(20, 400), 2);
            var rules = Rules / weights / (symbol + 1);
            for (var stream = 0; stream < Streams.PerSymbol; stream++)
            {
                Starts[(symbol * Streams.PerSymbol) + stream] = levels.Count;
                var share = stream < Streams.FirstFall ? 0.35 : 0.3 / (Streams.PerSymbol - Streams.FirstFall);
                levels.AddRange(Draw(stream, Prices[symbol], (int)Math.Floor((rules * share) + draws.Between(0, 1)), draws));
            }
        }

        Starts[^1] = levels.Count;
        Levels = [.. levels];
    }

    /// <summary>The price of each symbol when its rules were made.</summary>
    public double[] Prices { get; } = new double[Tickers.Count];

    /// <summary>All levels, stream by stream, rising within each.</summary>
    public long[] Levels { get; }

    /// <summary>Where the levels of a stream begin, with the end behind the last.</summary>
    public int[] Starts { get; } = new int[(Tickers.Count * Streams.PerSymbol) + 1];

    /// <summary>The rules; the same in every run.</summary>
    public static RuleRegistration Make(Progress progress) => new(new Draws(Seed), progress);

    /// <summary>A number as a level.</summary>
    public static long LevelOf(double value) => (long)Math.Round(value * LevelScale, MidpointRounding.AwayFromZero);

    private static SortedSet<long> Draw(int stream, double price, int count, Draws draws)
    {
        var levels = new SortedSet<long>();
        while (levels.Count < count)
        {
            var far = Math.Pow(draws.Between(0, 1), 2);
            levels.Add(
                stream switch
                {
                    Streams.Above => LevelOf(price * (1.0005 + (0.5 * far))),
                    Streams.Below => -LevelOf(price * (0.9995 - (0.4 * far))),
                    _ => LevelOf(0.5 + (24.5 * far)),
                }
            );
        }

        return levels;
    }
}
