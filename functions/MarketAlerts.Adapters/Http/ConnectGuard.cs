using System.Net;
using System.Net.Sockets;

namespace MarketAlerts.Adapters.Http;

/// <summary>
/// Keeps requests for addresses that somebody else wrote (feeds, redirects, DNS) out of the networks around this machine. It looks at the
/// addresses that a connection is really made to, so that neither an odd spelling nor a name that changes its address gets by.
/// </summary>
internal sealed class ConnectGuard
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly bool _allowPrivate;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;

    internal ConnectGuard(bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        (_allowPrivate, _resolve) = (allowPrivate, resolve);

    /// <summary>
    /// A handler that connects to public addresses on ports 80 and 443 alone, without a proxy; it decompresses and follows no redirect.
    /// </summary>
    /// <param name="allowPrivate">Whether any address and port goes: for development and tests.</param>
    public static SocketsHttpHandler CreateHandler(bool allowPrivate) =>
        new ConnectGuard(allowPrivate, Dns.GetHostAddressesAsync).CreateHandler();

    internal SocketsHttpHandler CreateHandler() =>
        new()
        {
            UseProxy = false, // A proxy would connect in our stead, unchecked.
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = LongestConnect,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectCallback = ConnectAsync,
        };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        if (!_allowPrivate && (port is not (80 or 443) || context.InitialRequestMessage.RequestUri is { UserInfo: not "" }))
        {
            throw Refused($"{host} may not be asked on port {port} or with a user's name.");
        }

        var addresses = await ResolveAsync(host, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>All addresses of a host, each of them checked: one bad one and none is used.</summary>
    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, cancellationToken);
        if (addresses is [])
        {
            throw new FetchException(FetchFault.Unavailable, $"{host} has no address.");
        }

        return _allowPrivate || Array.TrueForAll(addresses, PublicAddresses.Contains)
            ? addresses
            : throw Refused($"{host} has an address that is not of the public internet.");
    }

    private static FetchException Refused(string message) => new(FetchFault.Forbidden, message);
}
