using System.Globalization;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>
/// A minute in which everything falls by 3 to 4.8 %: so many symbols, as many subscribers, and 17 rules a subscriber that all match
/// (171,607 for 10,000), the k-th symbol having a share of 1/k. The symbols are others than those of the rest, since the tables are shared.
/// </summary>
internal sealed class HerdPlan
{
    /// <summary>The full size, and the matches it has.</summary>
    public const int FullSize = 10_000;

    private const int FullRules = 171_607;
    private const int Seed = 17;
    private const int Letters = 26;

    /// <summary>Draws it.</summary>
    /// <param name="size">How many symbols, and how many subscribers.</param>
    public HerdPlan(int size)
    {
        var draws = new Draws(Seed);
        Symbols = [.. Enumerable.Range(0, size).Select(TickerOf).Select(Symbol.Parse)];
        Subscribers =
        [
            .. Enumerable.Range(0, size).Select(number => string.Create(CultureInfo.InvariantCulture, $"herd{number:D5}@example.com")),
        ];
        Moves = [.. Symbols.Select(_ => -draws.Between(3, 4.8))];
        Subscriptions = [.. SubscriptionsOf(Symbols, [.. Subscribers.Select(SubscriberId.FromAddress)], draws).Select(Enumerable.ToArray)];
    }

    /// <summary>The symbols.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>The subscribers' addresses.</summary>
    public IReadOnlyList<string> Subscribers { get; }

    /// <summary>How far each symbol falls, in percent against the previous close.</summary>
    public IReadOnlyList<double> Moves { get; }

    /// <summary>The rules of each symbol.</summary>
    public IReadOnlyList<Subscription[]> Subscriptions { get; }

    /// <summary>How many rules match.</summary>
    public int Rules => Subscriptions.Sum(rules => rules.Length);

    private static IEnumerable<IEnumerable<Subscription>> SubscriptionsOf(
        IReadOnlyList<Symbol> symbols,
        SubscriberId[] readers,
        Draws draws
    )
    {
        var counts = CountsOf(symbols.Count);
        var next = 0;
        for (var symbol = 0; symbol < symbols.Count; symbol++)
        {
            var first = next;
            next += counts[symbol];
            yield return Enumerable
                .Range(0, counts[symbol])
                .Select(number =>
                {
                    // Who has two rules on a symbol has them at two levels.
                    var percent = Math.Round(0.5 + (1.2 * (number / readers.Length)) + (1.19 * draws.Between(0, 1)), 2);
                    var ruleLevel = new RuleLevel(
                        Target.OfSymbol(symbols[symbol]),
                        MetricId.DayMove,
                        Direction.Down,
                        Level.FromValue(percent)
                    );
                    return new Subscription(
                        readers[(first + number) % readers.Length],
                        ruleLevel,
                        Rule.FromText(string.Create(CultureInfo.InvariantCulture, $"{symbols[symbol]} falls {percent}% today"))
                    );
                });
        }
    }

    /// <summary>By popularity, one at least; what rounding leaves goes to the first ones.</summary>
    private static int[] CountsOf(int symbols)
    {
        var rules = (int)((long)FullRules * symbols / FullSize);
        var weights = Enumerable.Range(1, symbols).Sum(rank => 1.0 / rank);
        int[] counts = [.. Enumerable.Range(1, symbols).Select(rank => Math.Max(1, (int)(rules / weights / rank)))];
        for (var (left, rank) = (rules - counts.Sum(), 0); left > 0; left--, rank = (rank + 1) % symbols)
        {
            counts[rank]++;
        }

        return counts;
    }

    private static string TickerOf(int number) =>
        new(['H', 'E', 'R', 'D', LetterOf(number / Letters / Letters), LetterOf(number / Letters), LetterOf(number)]);

    private static char LetterOf(int number) => (char)('A' + (number % Letters));
}
