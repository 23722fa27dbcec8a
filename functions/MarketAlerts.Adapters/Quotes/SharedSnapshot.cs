using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>
/// One answer about the whole market, shared by everybody who wants a part of it at about the same time: the pages of one poll cost one
/// call. An answer that failed, or cannot be read, is not kept.
/// </summary>
/// <param name="client">Reads the answers.</param>
/// <param name="path">The path of the whole market.</param>
/// <param name="longest">How long after it was asked for an answer is served.</param>
/// <param name="clock">The clock.</param>
internal sealed class SharedSnapshot(QuoteClient client, string path, TimeSpan longest, TimeProvider clock)
{
    private static readonly SymbolTable Nobody = new([]);

    private readonly Lock _gate = new();
    private Task<Fetched>? _asked;
    private long _since;

    /// <summary>Whether there is an answer to serve, or one on its way.</summary>
    public bool IsFresh
    {
        get
        {
            lock (_gate)
            {
                return Serves;
            }
        }
    }

    private bool Serves =>
        _asked is { IsCompleted: false } || (_asked is { IsCompletedSuccessfully: true } && clock.GetElapsedTime(_since) < longest);

    /// <summary>The quotes of some symbols in the shared answer.</summary>
    /// <exception cref="FetchException">There is no usable answer.</exception>
    public async Task<IReadOnlyList<Quote>> GetAsync(IEnumerable<Symbol> symbols, CancellationToken cancellationToken) =>
        client.Read(await Shared().WaitAsync(cancellationToken), new SymbolTable(symbols));

    private Task<Fetched> Shared()
    {
        lock (_gate)
        {
            if (!Serves || _asked is null)
            {
                (_since, _asked) = (clock.GetTimestamp(), AskAsync());
            }

            return _asked;
        }
    }

    /// <summary>Nobody's own token: one who gives up must not take the answer from the others. The fetcher limits the time.</summary>
    private async Task<Fetched> AskAsync()
    {
        var answer = await client.Server.AskAsync(path, CancellationToken.None);
        client.Read(answer, Nobody);
        return answer;
    }
}
