using System.Globalization;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Benchmarks.W2b;

/// <summary>
/// 1,000,000 rules by popularity (the k-th symbol has a share of 1/k): a tenth of NVDA's on the gap down, which come first, the rest on
/// price.
/// </summary>
internal static class PopularRules
{
    private const int Rules = 1_000_000;
    private const int Seed = 5;

    /// <summary>The partition that is searched: NVDA's rules on the gap down.</summary>
    public static Subscription[] OfTheGap { get; } = [.. Gaps()];

    /// <summary>All partitions, the searched one first.</summary>
    public static IEnumerable<IEnumerable<Subscription>> Partitions() =>
        Tickers
            .All.SelectMany((_, rank) => new[] { (rank, Direction.Down), (rank, Direction.Up) })
            .Select(pair => Prices(pair.rank, pair.Item2))
            .Prepend(OfTheGap);

    private static int CountOf(int rank) => (int)(Rules / Enumerable.Range(1, Tickers.Count).Sum(k => 1.0 / k) / (rank + 1));

    private static IEnumerable<Subscription> Gaps()
    {
        var draws = new Draws(Seed);
        for (var number = 0; number < CountOf(0) / 10; number++)
        {
            var percent = Math.Round(0.5 + (24.5 * Math.Pow(draws.Between(0, 1), 2)), 2);
            yield return Subscription(0, number, MetricId.Gap, Direction.Down, percent, "gaps down");
        }
    }

    private static IEnumerable<Subscription> Prices(int rank, Direction direction)
    {
        var draws = new Draws(Seed + rank);
        for (var number = 0; number < CountOf(rank) * 9 / 20; number++)
        {
            yield return Subscription(
                rank,
                number,
                MetricId.Price,
                direction,
                Math.Round(draws.Between(20, 400), 2),
                direction is Direction.Down ? "below" : "above"
            );
        }
    }

    private static Subscription Subscription(int rank, int number, MetricId metric, Direction direction, double level, string words)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"reader{number}.{rank}@example.com");
        var rule = string.Create(CultureInfo.InvariantCulture, $"{Tickers.All[rank]} {words} {level}{(metric is MetricId.Gap ? "%" : "")}");
        return new Subscription(
            SubscriberId.FromAddress(email),
            new RuleLevel(Target.OfSymbol(Tickers.All[rank]), metric, direction, Level.FromValue(level)),
            Rule.FromText(rule)
        );
    }
}
