using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// What Massive says about its own answer. A refusal may come with HTTP 200; plans with delayed data say DELAYED instead of OK.
/// </summary>
internal static class MassiveStatus
{
    /// <summary>Throws when the status is a refusal.</summary>
    /// <exception cref="FetchException">It is one: busy where it speaks of a limit, else refused.</exception>
    public static void Check(string status, string reason)
    {
        if (status is not ("OK" or "DELAYED" or ""))
        {
            var fault = RefusalFault.Find(reason) is FetchFault.Busy ? FetchFault.Busy : FetchFault.Refused;
            throw new FetchException(fault, $"Massive answered {status}: {(reason is "" ? "no reason given" : reason)}");
        }
    }
}
