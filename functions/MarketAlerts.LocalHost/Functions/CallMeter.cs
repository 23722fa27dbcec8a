using System.Collections.Concurrent;

namespace MarketAlerts.LocalHost.Functions;

/// <summary>
/// Keeps what each call of a function asks of the services, in order of the calls. A replay that is not counted has none.
/// </summary>
/// <param name="time">The clock by which the calls are told apart.</param>
internal sealed class CallMeter(TimeProvider time)
{
    private readonly ConcurrentQueue<CallCount> _calls = new();
    private readonly AsyncLocal<CallCount?> _current = new();

    public IReadOnlyList<CallCount> Calls => [.. _calls];

    /// <summary>From here on the caller's requests and messages are those of this call.</summary>
    public void Begin(string function)
    {
        _current.Value = new CallCount(function, time.GetUtcNow());
        _calls.Enqueue(_current.Value);
    }

    /// <summary>Counts a request to a table.</summary>
    public void AddRequest() => _current.Value?.AddRequest();

    public void AddMessage() => _current.Value?.AddMessage();
}

/// <summary>What one call of a function asked of the services.</summary>
/// <param name="function">Its name.</param>
/// <param name="at">When it was called.</param>
internal sealed class CallCount(string function, DateTimeOffset at)
{
    private int _requests;
    private int _messages;

    public string Function { get; } = function;

    /// <summary>When it was called, by the clock of the replay.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Requests to tables, each transaction being one.</summary>
    public int Requests => _requests;

    public int Messages => _messages;

    public void AddRequest() => Interlocked.Increment(ref _requests);

    public void AddMessage() => Interlocked.Increment(ref _messages);
}
