namespace MarketAlerts.Adapters.Http;

/// <summary>
/// An answer that could not be had or used; nothing of it was kept. The message names the source and never a key or a query.
/// </summary>
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

/// <summary>Why an answer could not be had or used, told apart by what to do about it.</summary>
public enum FetchFault
{
    /// <summary>No answer: name, connection, TLS, a 5xx, or too slow. Later it may work.</summary>
    Unavailable,

    /// <summary>Too many requests: wait, as long as the other side says.</summary>
    Busy,

    /// <summary>
    /// The key or the plan is not accepted, or the account is blocked: somebody must change the settings, asking again does not help.
    /// </summary>
    Refused,

    /// <summary>There is nothing at this address.</summary>
    NotFound,

    /// <summary>An answer that is not what is documented: HTML, truncated, another type.</summary>
    Malformed,

    /// <summary>An answer longer than any that is right.</summary>
    TooLarge,

    /// <summary>An address that may not be asked: private, loopback, metadata, another scheme, a redirect too many.</summary>
    Forbidden,
}
