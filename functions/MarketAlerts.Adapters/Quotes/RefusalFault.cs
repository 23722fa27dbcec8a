using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Providers say no with HTTP 200 and a sentence. The words tell what to do.</summary>
internal static class RefusalFault
{
    private static readonly string[] Quota = ["limit", "run over", "run out", "exceed", "too many"];
    private static readonly string[] Account =
    [
        "permission",
        "access",
        "key",
        "token",
        "authori",
        "authenti",
        "entitled",
        "plan",
        "subscri",
        "credential",
    ];

    /// <summary>Busy when a quota is used up, Refused when key or plan is not accepted, null when the words say neither.</summary>
    public static FetchFault? Find(string reason) =>
        Says(reason, Quota) ? FetchFault.Busy
        : Says(reason, Account) ? FetchFault.Refused
        : null;

    private static bool Says(string reason, string[] words) => words.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));
}
