using System.Diagnostics;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.W1;
using MarketAlerts.Benchmarks.W2;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Benchmarks.Memory;

/// <summary>
/// Memory: bytes a symbol as stored, bytes a level in memory with the nearest levels beside it, time until the index is ready, allocation a
/// quote.
/// </summary>
internal sealed class MemoryWorkload : IWorkload
{
    private const string Ours = "MarketAlerts";
    private const int Repetitions = 5;
    private static readonly int[] FirstOfPages =
    [
        .. Enumerable.Range(0, Tickers.Count / MarketPlan.SymbolsPerPage).Select(page => page * MarketPlan.SymbolsPerPage),
    ];

    public string Name => "Memory";

    public string Title => "bytes a symbol, bytes a level, time until 1,000,000 levels are ready, allocation a quote";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        progress.Step("Memory: two hours of polls");
        var detection = new OurDetection(MarketDay.Make());
        detection.Prepare();
        detection.RunOnce();
        var stored = detection.Pages.Sum(page => (double)PagePacker.Pack(page.Columns).Length) / Tickers.Count;
        return Task.FromResult<IReadOnlyList<Row>>([
            Row.Exact(Name, Ours, ContenderKind.Ours, stored, "bytes/symbol stored"),
            Row.Exact(Name, Ours, ContenderKind.Ours, AllocatedPerQuote(detection), "bytes allocated/quote"),
            .. Levels(progress),
        ]);
    }

    /// <summary>In the last poll of the day, once more from the start, when all code is compiled and every page knows the day.</summary>
    private static double AllocatedPerQuote(OurDetection detection)
    {
        detection.Prepare();
        for (var poll = 0; poll < MarketDay.Polls - 1; poll++)
        {
            detection.RunPoll(poll);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        detection.RunPoll(MarketDay.Polls - 1);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Tickers.Count;
    }

    private IEnumerable<Row> Levels(Progress progress)
    {
        var book = W2.RuleRegistration.Make(progress);
        var packed = Array.ConvertAll(FirstOfPages, first => Pack(OurPage.WantedOf(book, first)));
        var times = new List<double>();
        LevelIndex[] indexes = [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 0; round < Repetitions; round++)
        {
            progress.Step("Memory: reading 1,000,000 levels");
            var start = Stopwatch.GetTimestamp();
            indexes = [.. FirstOfPages.Zip(packed, (first, names) => OurPage.IndexOf(Unpack(names), first))];
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var levels = indexes.Sum(index => index.Count);
        times.Sort();
        yield return Row.Exact(Name, Ours, ContenderKind.Ours, (bytes + NearestLevels()) / (double)levels, "bytes/level in memory");
        yield return new Row(Name, Ours, ContenderKind.Ours, times[times.Count / 2], times[0], "ms/1,000,000 levels ready");
    }

    /// <summary>Two nearest levels a metric, direction and symbol, and two of the price.</summary>
    private static long NearestLevels() => ((4L * SymbolMetrics.All.Count * sizeof(float)) + (2 * sizeof(double))) * Tickers.Count;

    private static (Target Target, byte[] Bytes)[] Pack(WantedLevels wanted) =>
        [.. wanted.Targets.Select(target => (target, LevelPacker.Pack(wanted, target)))];

    private static WantedLevels Unpack((Target Target, byte[] Bytes)[] packed)
    {
        var wanted = new WantedLevels();
        foreach (var (target, bytes) in packed)
        {
            LevelPacker.Unpack(bytes, target, wanted);
        }

        return wanted;
    }
}
