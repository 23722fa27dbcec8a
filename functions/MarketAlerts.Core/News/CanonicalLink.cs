namespace MarketAlerts.Core.News;

/// <summary>One spelling for the links of one page, for comparing; not for following.</summary>
public static class CanonicalLink
{
    private static readonly string[] Tracking =
    [
        "utm_",
        "fbclid=",
        "gclid=",
        "mc_cid=",
        "mc_eid=",
        "cmpid=",
        "guccounter=",
        "siteid=rss",
        "mod=rss",
    ];

    /// <summary>The link without scheme, <c>www.</c>, port, fragment, tracking parameters and a slash at the end; empty for null.</summary>
    public static string Normalize(Uri? link)
    {
        if (link is null)
        {
            return "";
        }

        var host = link.Host.StartsWith("www.", StringComparison.Ordinal) ? link.Host[4..] : link.Host;
        var query = string.Join('&', link.Query.TrimStart('?').Split('&').Where(part => part is not "" && !IsTracking(part)));
        return host + link.AbsolutePath.TrimEnd('/') + (query is "" ? "" : $"?{query}");
    }

    private static bool IsTracking(string part) => Tracking.Any(name => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
