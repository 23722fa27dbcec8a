using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Stages.Health;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>Follows how a source does and keeps it in the health table: at once when that changes, else once a minute.</summary>
/// <param name="source">Its name there.</param>
/// <param name="store">The health table.</param>
/// <param name="clock">The clock.</param>
public sealed class SourceHealthRecorder(string source, IHealthStore store, TimeProvider clock)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(1);

    /// <summary>What this instance saw last, or null before the first answer.</summary>
    public SourceHealth? Last { get; private set; }

    /// <summary>It answered usably.</summary>
    public Task GoodAsync(CancellationToken cancellationToken) => NoteAsync(SourceState.Good, "", cancellationToken);

    /// <summary>It did not.</summary>
    public Task FailedAsync(FetchException failure, CancellationToken cancellationToken) =>
        NoteAsync(failure.Fault is FetchFault.Refused ? SourceState.Refused : SourceState.Failing, failure.Message, cancellationToken);

    private async Task NoteAsync(SourceState state, string problem, CancellationToken cancellationToken)
    {
        var (now, last) = (clock.GetUtcNow(), Last);
        if (last?.State == state && now - last.SeenAt < Rhythm)
        {
            return;
        }

        Last = new SourceHealth(
            source,
            state,
            last?.State == state ? last.Since : now,
            now,
            state is SourceState.Good ? now : last?.LastGood,
            problem
        );
        await store.SaveAsync(Last, cancellationToken);
    }
}
