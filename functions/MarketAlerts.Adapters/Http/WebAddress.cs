namespace MarketAlerts.Adapters.Http;

/// <summary>Looks at addresses that somebody else wrote.</summary>
public static class WebAddress
{
    /// <summary>
    /// Whether it may be asked or shown: http or https, without a user's name, and of a host. A host may be no name that DNS knows how to
    /// spell; then all that ask for that spelling throw.
    /// </summary>
    public static bool IsUsable(Uri address)
    {
        try
        {
            return address is { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo: "", IdnHost: not "" };
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether an absolute address is on a server, without a user's name: a key that is meant for the server may go there.
    /// </summary>
    public static bool IsOn(Uri server, Uri address) =>
        (address.Scheme, address.Host, address.Port, address.UserInfo) == (server.Scheme, server.Host, server.Port, "");
}
