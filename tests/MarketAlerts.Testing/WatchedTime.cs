using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Testing;

/// <summary>A clock that stands still until it is advanced, and tells when somebody begins to wait.</summary>
public sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _waits = new();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).Release();
        return timer;
    }

    /// <summary>Ends once somebody has begun to wait so long; each wait counts once.</summary>
    public Task BegunAsync(TimeSpan wait, CancellationToken cancellationToken) => Of(wait).WaitAsync(cancellationToken);

    private SemaphoreSlim Of(TimeSpan wait) => _waits.GetOrAdd(wait, _ => new SemaphoreSlim(0));
}
