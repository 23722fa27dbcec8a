namespace MarketAlerts.Adapters.Http;

/// <summary>An answer that could not be had or used; nothing of it was kept. The message names the source and never a key or a query.</summary>
public sealed class FetchException : Exception
{
    /// <summary>Says why, in words for a log.</summary>
    public FetchException(FetchFault fault, string message, Exception? inner = null)
        : base(message.EndsWith('.') ? message : message + ".", inner) => Fault = fault;

    /// <summary>What to do about it hangs on this.</summary>
    public FetchFault Fault { get; }

    /// <summary>How long the other side asks to be left alone, if it says.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether it was never asked, because we count that the plan's calls are used up.</summary>
    public bool IsOwnBudget { get; init; }
}
