namespace MarketAlerts.LocalHost.Functions;

/// <summary>What one call of a function asked of the services.</summary>
/// <param name="function">Its name.</param>
/// <param name="at">When it was called.</param>
public sealed class CallCount(string function, DateTimeOffset at)
{
    private int _requests;
    private int _messages;

    /// <summary>The function's name.</summary>
    public string Function { get; } = function;

    /// <summary>When it was called, by the clock of the replay.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Requests to tables, each transaction being one.</summary>
    public int Requests => _requests;

    /// <summary>Messages it published.</summary>
    public int Messages => _messages;

    /// <summary>Counts a request.</summary>
    public void AddRequest() => Interlocked.Increment(ref _requests);

    /// <summary>Counts a message.</summary>
    public void AddMessage() => Interlocked.Increment(ref _messages);
}
