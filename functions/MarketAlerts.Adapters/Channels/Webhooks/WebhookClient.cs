using System.Globalization;
using System.Net.Http.Headers;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Webhooks;

/// <summary>
/// Posts JSON to addresses that somebody else wrote, behind the <see cref="ConnectGuard"/>: https, public addresses, no redirect. The
/// addresses of chats are secrets, so nothing here logs, traces or repeats one.
/// </summary>
public sealed class WebhookClient : IDisposable
{
    private const string Who = "The other side";
    private const string UserAgent = "MarketAlerts/1.0";
    private const int LeastTelling = 6;

    private readonly WebhookAddresses _addresses;
    private readonly TimeSpan _limit;
    private readonly HttpClient _public;
    private readonly HttpClient _loopback;
    private readonly HttpPost _toPublic;
    private readonly HttpPost _toLoopback;

    /// <summary>Makes the client; nobody is asked before the first message.</summary>
    public WebhookClient(WebhookOptions options, ChannelSecretOptions secrets, TimeProvider time)
        : this(options, secrets, time, ConnectGuard.CreateHandler(allowPrivate: false), ConnectGuard.CreateHandler(allowPrivate: true)) { }

    internal WebhookClient(
        WebhookOptions options,
        ChannelSecretOptions secrets,
        TimeProvider time,
        SocketsHttpHandler toPublic,
        SocketsHttpHandler toLoopback
    )
    {
        (_addresses, _limit) = (new WebhookAddresses(options, secrets), TimeSpan.FromSeconds(options.TimeoutSeconds));
        (_public, _loopback) = (Client(toPublic), Client(toLoopback));
        (_toPublic, _toLoopback) = (new HttpPost(_public, time, _limit), new HttpPost(_loopback, time, _limit));
    }

    /// <summary>Posts a document and says what the other side said.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="content">The document, JSON in UTF-8.</param>
    /// <param name="prepare">Adds headers to the request, whose address stands already.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<SendResult> PostAsync(
        ChannelAddress to,
        byte[] content,
        Action<HttpRequestMessage>? prepare,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (url, refusal) = _addresses.Find(to);
        if (url is null)
        {
            return refusal!;
        }

        var result = await PostAsync(url, content, prepare, cancellationToken);
        var hidden = SecretsIn(url).Append(to.Address).Select(secret => ((string?)secret, "(hidden)"));
        return result with { Said = SendDetail.Clean(result.Said, [.. hidden]) };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _public.Dispose();
        _loopback.Dispose();
    }

    private async Task<SendResult> PostAsync(
        Uri url,
        byte[] content,
        Action<HttpRequestMessage>? prepare,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(content) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            prepare?.Invoke(request);
            return WebhookAnswers.ResultOf(
                await (_addresses.IsLoopback(url) ? _toLoopback : _toPublic).SendAsync(request, cancellationToken)
            );
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            return HttpTrouble.ResultOf(failure, Who, _limit);
        }
    }

    /// <summary>
    /// The whole address and the parts of it that could be its key, the longest first: a server may repeat them as it likes.
    /// </summary>
    private static IEnumerable<string> SecretsIn(Uri url) =>
        new[] { url.OriginalString, url.AbsoluteUri, url.PathAndQuery }
            .Concat(url.PathAndQuery.Split('/', '?', '&', '='))
            .SelectMany(part => new[] { part, Uri.UnescapeDataString(part) })
            .Where(part => part.Length >= LeastTelling)
            .Distinct()
            .OrderByDescending(part => part.Length);

    private static HttpClient Client(SocketsHttpHandler handler)
    {
        handler.ActivityHeadersPropagator = null; // Without it no trace tells the address.
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        return http;
    }
}

/// <summary>What follows from the status that a webhook or a chat answers with.</summary>
internal static class WebhookAnswers
{
    /// <summary>The answer, with the other side's words still as they are in <see cref="SendResult.Said"/>.</summary>
    public static SendResult ResultOf(HttpAnswer answer) =>
        ResultOf(answer, answer.Status.ToString(CultureInfo.InvariantCulture)) with
        {
            Said = answer.Words,
        };

    private static SendResult ResultOf(HttpAnswer answer, string detail) =>
        answer.Status switch
        {
            >= 200 and < 300 => new SendResult(SendOutcome.Sent, detail),
            >= 300 and < 400 => Rejected(SendFault.Address, $"{detail} redirects, which is not followed."),
            401 or 403 or 404 or 405 or 410 => Rejected(SendFault.Address, detail),
            408 or 425 or 429 or >= 500 => new SendResult(SendOutcome.RetryAfter, detail, WaitTimes.Capped(answer.RetryAfter)),
            _ => Rejected(SendFault.Message, detail),
        };

    private static SendResult Rejected(SendFault fault, string detail) => new(SendOutcome.Rejected, detail) { Fault = fault };
}

/// <summary>Finds the URL that an address of a webhook or a chat stands for.</summary>
/// <param name="options">Whether this machine may be asked.</param>
/// <param name="secrets">The URLs that are known by name.</param>
internal sealed class WebhookAddresses(WebhookOptions options, ChannelSecretOptions secrets)
{
    /// <summary>The URL, or the answer to a message that has none.</summary>
    public (Uri? Url, SendResult? Refusal) Find(ChannelAddress address)
    {
        var text = address.Address;
        if (address.SecretName is { } name && (!secrets.Urls.TryGetValue(name, out text) || string.IsNullOrWhiteSpace(text)))
        {
            return (
                null,
                new SendResult(SendOutcome.RetryAfter, $"Configuration: ChannelSecrets has no '{name}'.")
                {
                    Fault = SendFault.Configuration,
                }
            );
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && WebAddress.IsUsable(url) && (url.Scheme is "https" || IsLoopback(url))
            ? (url, null)
            : (
                null,
                new SendResult(SendOutcome.Rejected, "The address is none to post to: it must be an https address without a user's name.")
                {
                    Fault = SendFault.Address,
                }
            );
    }

    /// <summary>Whether an address is of this machine, and may be asked.</summary>
    public bool IsLoopback(Uri url) => options.AllowLoopback && url.IsLoopback;
}
