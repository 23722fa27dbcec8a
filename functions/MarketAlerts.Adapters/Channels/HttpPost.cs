using System.Globalization;
using System.Text;

namespace MarketAlerts.Adapters.Channels;

/// <summary>
/// Gives a message to a server: one request, one limit of time over the whole exchange. Once the status is there it decides, however the
/// rest of the answer comes: an acceptance that is read too late would be sent twice.
/// </summary>
/// <param name="http">The client; it follows no redirect.</param>
/// <param name="time">The clock of the time limit.</param>
/// <param name="limit">The longest time from the first byte to the last.</param>
internal sealed class HttpPost(HttpClient http, TimeProvider time, TimeSpan limit)
{
    private const int MostBytes = 4_096;

    /// <summary>Sends a request.</summary>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    public async Task<HttpAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var words = response.IsSuccessStatusCode ? "" : await BeginningAsync(response.Content, either.Token, cancellationToken);
            return new HttpAnswer((int)response.StatusCode, words, RetryAfterOf(response));
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"No answer within {limit.TotalSeconds:0} s."), error);
        }
    }

    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken either, CancellationToken caller)
    {
        var buffer = new byte[MostBytes];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(either);
            length = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, either);
        }
        catch (Exception) when (!caller.IsCancellationRequested)
        {
            // Cut off, too slow or badly compressed: the status stands without its words.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
            _ => null,
        };
}

/// <summary>What a server said to a message.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Words">The beginning of a refusal; empty for an acceptance, of which nothing is read.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, if it says.</param>
internal sealed record HttpAnswer(int Status, string Words, TimeSpan? RetryAfter)
{
    /// <summary>Whether the server took the message.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;
}
