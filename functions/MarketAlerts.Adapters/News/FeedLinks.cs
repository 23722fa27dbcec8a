using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.News;

/// <summary>Reads the links of items: where they lead may be shown to people.</summary>
internal static class FeedLinks
{
    private const int Longest = 2_000;

    /// <summary>
    /// The absolute link, or null when it is none of http or https, one that hides its host behind a user's name, or one of a host that
    /// cannot be.
    /// </summary>
    public static Uri? Parse(string? text, Uri? address)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length is > 0 and <= Longest && TryCreate(address, trimmed) is { } link && WebAddress.IsUsable(link) ? link : null;
    }

    private static Uri? TryCreate(Uri? address, string text) =>
        (address is null ? Uri.TryCreate(text, UriKind.Absolute, out var link) : Uri.TryCreate(address, text, out link)) ? link : null;
}
