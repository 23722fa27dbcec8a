using System.Collections.Concurrent;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

/// <summary>
/// Politeness to the hosts of feeds: one request at a time, a pause between two, and none while the host asks to be left alone. All hosts
/// of the SEC count as one, which allows 10 requests a second.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="interval">The least time from one request to a host to the next.</param>
public sealed class HostThrottle(TimeProvider clock, TimeSpan interval) : IDisposable
{
    /// <summary>A pause that no host minds.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(1);

    private const string Sec = "sec.gov";
    private static readonly TimeSpan SecInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, HostSlot> _slots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Asks when it is the caller's turn, and keeps what the host says about asking again.</summary>
    /// <param name="source">Who is asked, for messages.</param>
    /// <param name="address">Where.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="cancellationToken">Ends it early, the waiting too.</param>
    /// <exception cref="FetchException">The host asked to be left alone for now (Busy), or what asking throws.</exception>
    public Task<Fetched> RunAsync(
        string source,
        Uri address,
        Func<CancellationToken, Task<Fetched>> ask,
        CancellationToken cancellationToken
    )
    {
        var isSec = IsSec(address);
        var slot = _slots.GetOrAdd(isSec ? Sec : address.Host, _ => new HostSlot(clock, isSec ? SecInterval : interval));
        return slot.RunAsync(source, ask, cancellationToken);
    }

    /// <summary>Whether an address is the SEC's.</summary>
    public static bool IsSec(Uri address) =>
        address.Host.Equals(Sec, StringComparison.OrdinalIgnoreCase)
        || address.Host.EndsWith($".{Sec}", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var slot in _slots.Values)
        {
            slot.Dispose();
        }
    }
}
