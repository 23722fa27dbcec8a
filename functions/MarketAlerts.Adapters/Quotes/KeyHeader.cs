using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>A header that carries a key.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Key">The key.</param>
/// <param name="Scheme">What stands before the key, with a space between, or nothing.</param>
internal sealed record KeyHeader(string Name, string Key, string Scheme = "")
{
    /// <summary>Adds the header to a request. A key that is no header value is left out, and the request refused for want of it.</summary>
    public void Sign(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation(Name, Scheme is "" ? Key : $"{Scheme} {Key}");

    /// <summary>A text without the key.</summary>
    public string Redact(string text) => Key is "" ? text : text.Replace(Key, "(key)", StringComparison.Ordinal);

    /// <summary>A failure without any of the keys, and with the time to wait.</summary>
    public static FetchException Redacted(FetchException error, KeyHeader[] keys, TimeSpan? retryAfter) =>
        new(error.Fault, keys.Aggregate(error.Message, (text, key) => key.Redact(text)), error.InnerException) { RetryAfter = retryAfter };
}
