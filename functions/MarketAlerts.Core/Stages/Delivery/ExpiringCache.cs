using System.Collections.Concurrent;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>Keeps for a moment what is made once for many who ask at the same time; what failed is made again.</summary>
/// <param name="kept">For how long.</param>
internal sealed class ExpiringCache<TKey, T>(TimeSpan kept)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (DateTimeOffset At, Task<T> Made)> _entries = new();

    /// <summary>What is kept under a key, or what is made of it now.</summary>
    public Task<T> GetAsync(TKey key, DateTimeOffset now, Func<Task<T>> make)
    {
        foreach (
            var entry in _entries.Where(entry =>
                now - entry.Value.At > kept || entry.Value.Made is { IsCompleted: true, IsCompletedSuccessfully: false }
            )
        )
        {
            _entries.TryRemove(entry);
        }

        return _entries.GetOrAdd(key, _ => (now, make())).Made;
    }
}
