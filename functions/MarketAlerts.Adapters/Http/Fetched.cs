using System.Net;
using System.Text;

namespace MarketAlerts.Adapters.Http;

/// <summary>A whole answer, whatever its status.</summary>
/// <param name="Source">Who was asked, for messages.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, decompressed.</param>
/// <param name="MediaType">What the body says it is, lower case, or null.</param>
/// <param name="Charset">The declared charset, or null.</param>
/// <param name="ETag">The version tag, as sent, or null.</param>
/// <param name="LastModified">When it last changed, as sent, or null.</param>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="RetryAfter">How long the other side asks to be left alone, if it says.</param>
public sealed record Fetched(
    string Source,
    HttpStatusCode Status,
    ReadOnlyMemory<byte> Body,
    string? MediaType,
    string? Charset,
    string? ETag,
    string? LastModified,
    Uri Address,
    TimeSpan? RetryAfter
)
{
    private const int LongestReason = 200;

    /// <summary>Nothing changed since the version that was asked about.</summary>
    public bool IsNotModified => Status is HttpStatusCode.NotModified;

    /// <summary>Throws unless the status is one of success.</summary>
    /// <exception cref="FetchException">What the status asks to be done.</exception>
    public Fetched EnsureSuccess() => (int)Status is >= 200 and < 300 ? this : throw Failure(FaultOf(Status));

    /// <summary>The failure that this answer is, with the beginning of what it says.</summary>
    public FetchException Failure(FetchFault fault, Exception? inner = null) =>
        new(fault, $"{Source} answered {(int)Status}: {Beginning()}", inner) { RetryAfter = RetryAfter };

    /// <summary>Free text of the other side: short and on one line, for it goes into logs.</summary>
    public string Beginning()
    {
        var text = Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, LongestReason)]);
        return text is "" ? "(empty)" : new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }

    private static FetchFault FaultOf(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden => FetchFault.Refused,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => FetchFault.NotFound,
            HttpStatusCode.TooManyRequests => FetchFault.Busy,
            HttpStatusCode.RequestTimeout => FetchFault.Unavailable,
            >= HttpStatusCode.InternalServerError => FetchFault.Unavailable,
            _ => FetchFault.Malformed,
        };
}
