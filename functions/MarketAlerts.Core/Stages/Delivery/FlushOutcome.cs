using System.Collections.Concurrent;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// What came of a flush. One subscriber's trouble neither stops nor cancels the others: it is kept until all are through.
/// </summary>
public sealed class FlushOutcome
{
    private readonly ConcurrentBag<Exception> _failures = [];
    private readonly ConcurrentBag<TimeSpan> _accepted = [];

    /// <summary>How long the alerts took whose messages a server accepted, as far as that is ours to answer for.</summary>
    public IReadOnlyCollection<TimeSpan> Accepted => _accepted;

    /// <summary>A message was accepted.</summary>
    public void Add(TimeSpan latency) => _accepted.Add(latency);

    /// <summary>Something failed; the queue's message comes back for it.</summary>
    public void Add(Exception failure) => _failures.Add(failure);

    /// <summary>Fails as a whole where anything did.</summary>
    /// <exception cref="AggregateException">All that failed.</exception>
    public void ThrowIfAnyFailed()
    {
        if (!_failures.IsEmpty)
        {
            throw new AggregateException(_failures);
        }
    }
}
