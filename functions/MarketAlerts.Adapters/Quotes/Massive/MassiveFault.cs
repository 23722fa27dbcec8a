namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>Why an answer of Massive is no snapshot.</summary>
public enum MassiveFault
{
    /// <summary>It is not the documented JSON: cut off, garbage, nested too deep, without tickers.</summary>
    Malformed,

    /// <summary>It is longer than any market.</summary>
    TooLarge,

    /// <summary>It says no, perhaps with HTTP 200: a wrong key, a plan without the data, too many requests.</summary>
    Refused,
}
