using System.Net;
using Polly;

namespace MarketAlerts.Adapters.Http;

/// <summary>
/// Asks somebody else's server and reads the whole answer within limits of bytes, time and redirects. The client's handler follows no
/// redirect of its own and decompresses; the limits hold for what comes out of it, so a small bomb stays small.
/// </summary>
/// <param name="http">The client.</param>
/// <param name="clock">The clock of the time limit.</param>
/// <param name="limits">The limits.</param>
public sealed class Fetcher(HttpClient http, TimeProvider clock, FetchLimits limits)
{
    private const int ReadAtOnce = 81_920;

    /// <summary>Asks for an address.</summary>
    /// <param name="source">Who is asked, for messages: no key, no query.</param>
    /// <param name="address">The address.</param>
    /// <param name="prepare">Adds headers; called again after a redirect to the same host, and not for another.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="FetchException">There is no whole answer within the limits.</exception>
    public async Task<Fetched> GetAsync(string source, Uri address, Action<HttpRequestMessage> prepare, CancellationToken cancellationToken)
    {
        Check(source, address);
        using var timeout = new CancellationTokenSource(limits.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await FollowAsync(source, address, prepare, either.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFault.Unavailable, $"{source} did not answer within {limits.Timeout.TotalSeconds:0} s.", error);
        }
        catch (Exception error)
            when (error
                    is HttpRequestException
                        or IOException
                        or InvalidDataException
                        or InvalidOperationException
                        or ExecutionRejectedException
            )
        {
            throw RefusalIn(error) ?? new FetchException(FaultOf(error), $"{source} cannot be read: {error.Message}", error);
        }
    }

    private async Task<Fetched> FollowAsync(
        string source,
        Uri address,
        Action<HttpRequestMessage> prepare,
        CancellationToken cancellationToken
    )
    {
        for (var (redirects, at) = (0, address); ; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            if (at.Host == address.Host)
            {
                prepare(request);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (RedirectOf(response, at) is not { } next)
            {
                return await ReadAsync(source, at, response, cancellationToken);
            }

            if (redirects == limits.MostRedirects || (at.Scheme is "https" && next.Scheme is not "https"))
            {
                throw new FetchException(FetchFault.Forbidden, $"{source} redirects too often, or away from https.");
            }

            Check(source, next);
            at = next;
        }
    }

    private async Task<Fetched> ReadAsync(string source, Uri at, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content.Headers;
        return new Fetched(
            source,
            response.StatusCode,
            await ReadBodyAsync(source, response.Content, cancellationToken),
            content.ContentType?.MediaType?.ToLowerInvariant(),
            content.ContentType?.CharSet?.Trim('"'),
            Header(response.Headers, "ETag"),
            Header(content, "Last-Modified"),
            at,
            RetryAfterOf(response)
        );
    }

    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(string source, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limits.MostBytes)
        {
            throw TooLarge(source);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
        var buffer = new byte[ReadAtOnce];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (body.Length + read > limits.MostBytes)
            {
                throw TooLarge(source);
            }

            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private FetchException TooLarge(string source) =>
        new(FetchFault.TooLarge, $"{source} answered with more than {limits.MostBytes} bytes.");

    private static void Check(string source, Uri address)
    {
        if (!WebAddress.IsUsable(address))
        {
            throw new FetchException(
                FetchFault.Forbidden,
                $"{source} is at an address that is not asked: only http and https, without a user's name, and a host that can be."
            );
        }
    }

    /// <summary>What the handler refused, wrapped by the client.</summary>
    private static FetchException? RefusalIn(Exception? error) =>
        error is null or FetchException ? error as FetchException : RefusalIn(error.InnerException);

    /// <summary>Garbage instead of a compressed body is InvalidData, or InvalidOperation of Brotli.</summary>
    private static FetchFault FaultOf(Exception error) =>
        error is InvalidDataException or InvalidOperationException ? FetchFault.Malformed : FetchFault.Unavailable;

    private static Uri? RedirectOf(HttpResponseMessage response, Uri at) =>
        response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
        && Uri.TryCreate(at, location, out var next)
            ? next
            : null;

    private static string? Header(System.Net.Http.Headers.HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
            _ => null,
        };
}

/// <summary>How much of somebody else's answer is taken.</summary>
/// <param name="MostBytes">The longest body, decompressed.</param>
/// <param name="Timeout">The longest time from the first byte asked to the last byte read, redirects included.</param>
/// <param name="MostRedirects">How many redirects are followed.</param>
public sealed record FetchLimits(int MostBytes, TimeSpan Timeout, int MostRedirects);
