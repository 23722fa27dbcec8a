using System.IO.Compression;
using System.Text;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>The answers that only servers of feeds are asked to give.</summary>
internal static class FeedAnswers
{
    public const string External =
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM "
        + "\"file:///etc/hostname\">]><rss><channel><item><title>&x;</title></item></channel></rss>";

    public static string Laughs { get; } =
        $"<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY l0 "
        + $"\"ha\">"
        + $"{string.Concat(Enumerable.Range(1, 9).Select(at => $"<!ENTITY l{at} \"{string.Concat(Enumerable.Repeat($"&l{at - 1};", 10))}\">"))}]>"
        + "<rss><channel><item><title>&l9;</title></item></channel></rss>";

    public static string Deep(FeedKind kind) =>
        kind.Deep is "[" ? new string('[', 40_000) : $"<rss><channel>{new StringBuilder().Insert(0, kind.Deep, 40_000)}";

    public static RequestDelegate Gzip(byte[] body, string contentType)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return Encoded("gzip", packed.ToArray(), contentType);
    }

    public static RequestDelegate Encoded(string encoding, byte[] body, string contentType = "text/xml") =>
        context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return Answers.Bytes(body, contentType)(context);
        };

    public static RequestDelegate Redirect(string location) =>
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };

    public static RequestDelegate BusyUntil(DateTimeOffset time) =>
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = time.ToString("R");
            return Task.CompletedTask;
        };

    public static RequestDelegate RedirectOnce(string path, RequestDelegate answer) =>
        context => (context.Request.Path == path ? answer : Redirect(path))(context);

    public static RequestDelegate Lost(string body) =>
        async context =>
        {
            context.Response.ContentLength = body.Length * 4;
            await context.Response.WriteAsync(body);
            await context.Response.Body.FlushAsync();
            context.Abort();
        };
}
