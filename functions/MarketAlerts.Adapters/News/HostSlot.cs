using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

/// <summary>The turns at one host.</summary>
/// <param name="clock">The clock.</param>
/// <param name="interval">The least time from one request to the next.</param>
internal sealed class HostSlot(TimeProvider clock, TimeSpan interval) : IDisposable
{
    // What a host asks beyond it is a mistake of a unit, or never ends.
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private DateTimeOffset _next;
    private DateTimeOffset _restsUntil;

    public async Task<Fetched> RunAsync(string source, Func<CancellationToken, Task<Fetched>> ask, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            ThrowIfResting(source);
            var pause = _next - clock.GetUtcNow();
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }

            _next = clock.GetUtcNow() + interval;
            var answer = await ask(cancellationToken);
            Rest(answer.RetryAfter);
            return answer;
        }
        catch (FetchException error)
        {
            Rest(error.RetryAfter);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private void Rest(TimeSpan? asked)
    {
        if (asked is { } rest)
        {
            var until = clock.GetUtcNow() + (rest < LongestRest ? rest : LongestRest);
            _restsUntil = until > _restsUntil ? until : _restsUntil;
        }
    }

    private void ThrowIfResting(string source)
    {
        var rest = _restsUntil - clock.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            throw new FetchException(
                FetchFault.Busy,
                $"{source} is not asked: its host wants to be left alone for {rest.TotalSeconds:0} s more."
            )
            {
                RetryAfter = rest,
            };
        }
    }
}
