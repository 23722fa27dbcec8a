using System.Diagnostics;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.W2b;

/// <summary>W2b: who is to hear of NVDA's gap of -12.5 %, from the subscriptions' table on a real Azurite.</summary>
internal sealed class SubscribersWorkload : IWorkload
{
    private const int Repetitions = 11;
    private static readonly Catalog Watched = new([], PagePlan.Assign(new Dictionary<Symbol, string>(), [], Tickers.All));
    private static readonly TimeSpan WriteBudget = TimeSpan.FromSeconds(60);
    private static readonly Crossing Gap = new(MetricId.Gap, Direction.Down, 0, Level.FromValue(12.5).Units);

    public string Name => "W2b";

    public string Title => "the recipients of NVDA's gap of -12.5 % among as many of 1,000,000 rules as Azurite takes in 60 s";

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        var counter = new RequestCounter();
        var tables = new TableSet(TestAccount.Tables(counter));
        var rows = new SubscriptionRows(await tables.Subscriptions, Watched, Name, progress);
        var start = Stopwatch.GetTimestamp();
        await rows.WriteAsync(PopularRules.Partitions(), WriteBudget, cancellationToken);
        var rate = rows.Written / Stopwatch.GetElapsedTime(start).TotalSeconds;
        progress.Say($"W2b: {rows.Written} rules written, {PopularRules.OfTheGap.Length} of them on NVDA's gap down");
        return
        [
            Row.Exact(Name, "Azurite, transactions of 100", ContenderKind.Peer, rate, "rules written/s"),
            Row.Exact(Name, "Azurite, transactions of 100", ContenderKind.Peer, rows.Written, "rules written"),
            .. await FindAsync(new TableSubscriptionStore(tables), counter, cancellationToken),
        ];
    }

    private async Task<IReadOnlyList<Row>> FindAsync(
        TableSubscriptionStore store,
        RequestCounter counter,
        CancellationToken cancellationToken
    )
    {
        var expected = PopularRules.OfTheGap.Where(subscription => Gap.Levels.Contains(subscription.RuleLevel.Level.Units)).ToHashSet();
        var (times, traffic) = (new List<double>(), default(Traffic));
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var start = Stopwatch.GetTimestamp();
            traffic = await counter.DuringAsync(async () =>
            {
                var gap = new CrossedRange(Target.OfSymbol(Tickers.All[0]), Gap.Metric, Gap.Direction, Gap.Levels);
                var found = await store.FindAsync([gap], Watched, cancellationToken);
                Check(expected.SetEquals(found[0]), expected.Count, found[0].Count);
            });
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var who = $"MarketAlerts, {expected.Count} recipients";
        return
        [
            new Row(Name, who, ContenderKind.Ours, times[Repetitions / 2], times[0], "ms/crossing"),
            Row.Exact(Name, who, ContenderKind.Ours, traffic.Requests, "requests/crossing"),
            Row.Exact(Name, who, ContenderKind.Ours, traffic.Received, "bytes read/crossing"),
        ];
    }

    private static void Check(bool right, int expected, int found)
    {
        if (!right)
        {
            throw new BenchmarkException($"W2b: {expected} recipients have a level in the gap, but the store found {found}, or others.");
        }
    }
}
