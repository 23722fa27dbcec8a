using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>W1: one poll of 10,000 symbols. The bound and we compute all metrics, the peers four conditions.</summary>
internal sealed class DetectionWorkload : IWorkload
{
    public string Name => "W1";

    public string Title => "one poll of 10,000 symbols: all metrics and extremes (MarketAlerts, bound), or four conditions (the others)";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        var day = MarketDay.Make();
        using var sqlite = new SqliteConditions(day);
        IContender[] contenders =
        [
            new OurDetection(day),
            new FlatBound(day),
            new PlainMetrics(day),
            new BareConditions(day),
            new LinqConditions(day),
            new RulesEngineConditions(day),
            new ReactiveConditions(day),
            sqlite,
        ];
        return Task.FromResult(new Race(Name, "us/poll", 1e6, progress).Run(contenders));
    }
}
