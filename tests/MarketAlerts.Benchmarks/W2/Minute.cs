using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>
/// The value streams of one poll: of each stream the extreme before it (of a price the edge of the range already told) and the value now.
/// </summary>
/// <param name="Before">The extremes before.</param>
/// <param name="Now">The values.</param>
internal sealed record Minute(long[] Before, long[] Now)
{
    private const int ChipStocks = 303;

    /// <summary>An ordinary minute: prices move by a tenth of a percent.</summary>
    public static Minute Calm(RuleRegistration book) => Draw(book, 11, (_, draws) => 0.1 * draws.Normal());

    /// <summary>A crash: the market falls 3 to 5 %, the 303 most popular symbols, the chips, 6 to 7 %.</summary>
    public static Minute Crash(RuleRegistration book) =>
        Draw(book, 12, (symbol, draws) => symbol < ChipStocks ? -draws.Between(6, 7) : -draws.Between(3, 5));

    private static Minute Draw(RuleRegistration book, int seed, Func<int, Draws, double> move)
    {
        var draws = new Draws(seed);
        var minute = new Minute(new long[book.Starts.Length - 1], new long[book.Starts.Length - 1]);
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            minute.Fill(symbol * Streams.PerSymbol, book.Prices[symbol], move(symbol, draws), draws);
        }

        return minute;
    }

    private void Fill(int first, double price, double percent, Draws draws)
    {
        var now = price * (1 + (percent / 100));
        Set(
            first + Streams.Above,
            RuleRegistration.LevelOf(price * (1 + (0.01 * Math.Pow(draws.Between(0, 1), 3)))),
            RuleRegistration.LevelOf(now)
        );
        Set(
            first + Streams.Below,
            -RuleRegistration.LevelOf(price * (1 - (0.01 * Math.Pow(draws.Between(0, 1), 3)))),
            -RuleRegistration.LevelOf(now)
        );
        for (var window = 0; window < Streams.Windows; window++)
        {
            var usual = Streams.UsualMoves[window];
            var (fallen, risen) = (usual * Math.Abs(draws.Normal()), usual * Math.Abs(draws.Normal()));
            Set(
                first + Streams.FirstFall + window,
                RuleRegistration.LevelOf(fallen),
                RuleRegistration.LevelOf(Math.Max(0, (fallen * draws.Between(0.3, 1)) - percent))
            );
            Set(
                first + Streams.FirstRise + window,
                RuleRegistration.LevelOf(risen),
                RuleRegistration.LevelOf(Math.Max(0, (risen * draws.Between(0.3, 1)) + percent))
            );
        }
    }

    private void Set(int stream, long before, long now) => (Before[stream], Now[stream]) = (before, now);
}
