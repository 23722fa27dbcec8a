namespace MarketAlerts.Adapters.Http;

/// <summary>Why an answer could not be had or used, told apart by what to do about it.</summary>
public enum FetchFault
{
    /// <summary>No answer: name, connection, TLS, a 5xx, or too slow. Later it may work.</summary>
    Unavailable,

    /// <summary>Too many requests: wait, as long as the other side says.</summary>
    Busy,

    /// <summary>The key or the plan is not accepted, or the account is blocked: somebody must change the settings, asking again does not help.</summary>
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
