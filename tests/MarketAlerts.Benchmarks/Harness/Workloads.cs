using MarketAlerts.Benchmarks.Memory;
using MarketAlerts.Benchmarks.Sources;
using MarketAlerts.Benchmarks.W0;
using MarketAlerts.Benchmarks.W1;
using MarketAlerts.Benchmarks.W2;
using MarketAlerts.Benchmarks.W2b;
using MarketAlerts.Benchmarks.W3;
using MarketAlerts.Benchmarks.W4;
using MarketAlerts.Benchmarks.W4e;
using MarketAlerts.Benchmarks.W4h;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Benchmarks.W6;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>The registration list of the workloads, one line each.</summary>
internal static class Workloads
{
    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<IWorkload> All { get; } =
    [
        new ParsingWorkload(),
        new DetectionWorkload(),
        new MatchingWorkload(),
        new SubscribersWorkload(),
        new TaggingWorkload(),
        new DeliveryWorkload(),
        new PollCycleWorkload(),
        new StartWorkload(),
        new SourcesWorkload(),
        new MemoryWorkload(),
        new HerdWorkload(),
        new CrowdWorkload(),
    ];
}
