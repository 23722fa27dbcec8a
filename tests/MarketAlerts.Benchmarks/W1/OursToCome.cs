using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Metrics;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>
/// The place of <c>PageDetector</c>: 20 pages of 500 symbols with the day's closes, average volumes and previous closes; one <c>Detect</c> a page and
/// poll with the quotes of <see cref="MarketDay"/>; afterwards <see cref="Extreme"/> reads the pages' states. Registered in
/// <see cref="DetectionWorkload"/> once it is filled in; its answer must then equal the bound's.
/// </summary>
internal sealed class OursToCome : IContender, IFullMetrics
{
    public string Name => "MarketAlerts";

    public ContenderKind Kind => ContenderKind.Ours;

    public string Question => FullMetrics.Question;

    public int UnitsPerRun => MarketDay.Polls;

    public void Prepare() => throw new BenchmarkException("W1 has no MarketAlerts yet.");

    public void RunOnce() => throw new BenchmarkException("W1 has no MarketAlerts yet.");

    public long Answer() => ExtremeSum.Of(this);

    public long Extreme(int metric, Direction direction, int symbol) => throw new BenchmarkException("W1 has no MarketAlerts yet.");
}
