using MarketAlerts.EndToEnd.Running;

namespace MarketAlerts.EndToEnd;

/// <summary>The founding day, replayed twice for all tests of it, each time in a process of its own.</summary>
public sealed class FoundingDay : IAsyncLifetime
{
    private readonly List<ReplayRun> _runs = [];

    internal ReplayRun First => _runs[0];

    internal ReplayRun Second => _runs[1];

    public async ValueTask InitializeAsync()
    {
        var scenario = Repository.Scenario("deepseek-monday");
        _runs.AddRange(
            await Task.WhenAll(
                ReplayRun.OfProcessAsync(scenario, CancellationToken.None),
                ReplayRun.OfProcessAsync(scenario, CancellationToken.None)
            )
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
