using System.Text;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Testing.Http;

/// <summary>What a server on a good or a bad day answers.</summary>
public static class Answers
{
    private const string Json = "application/json";

    /// <summary>A text.</summary>
    public static RequestDelegate Text(string body, string contentType = Json, int status = 200) =>
        Bytes(Encoding.UTF8.GetBytes(body), contentType, status);

    /// <summary>Bytes.</summary>
    public static RequestDelegate Bytes(byte[] body, string contentType = Json, int status = 200) =>
        async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        };

    /// <summary>Nothing but a status, perhaps with the seconds to wait.</summary>
    public static RequestDelegate Status(int status, int? retryAfterSeconds = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfterSeconds?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };

    /// <summary>A page for people where data was expected.</summary>
    public static RequestDelegate Html(int status = 200) =>
        Text("<!DOCTYPE html><html><body><h1>We'll be right back</h1></body></html>", "text/html", status);

    /// <summary>A text, cut off in the middle.</summary>
    public static RequestDelegate Truncated(string body, string contentType = Json) => Text(body[..(body.Length / 2)], contentType);

    /// <summary>The beginning of a text, and then nothing until the client gives up; signals once the client waits.</summary>
    public static RequestDelegate Slow(string body, TaskCompletionSource waits, string contentType = Json) =>
        async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            waits.TrySetResult();
            await Silence(context);
        };

    /// <summary>No answer at all until the client gives up; signals once the client waits.</summary>
    public static RequestDelegate Silent(TaskCompletionSource waits) =>
        context =>
        {
            waits.TrySetResult();
            return Silence(context);
        };

    /// <summary>So many bytes of white space and nothing else.</summary>
    public static RequestDelegate Endless(int bytes, string contentType = Json) =>
        async context =>
        {
            context.Response.ContentType = contentType;
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 65_536));
            for (var sent = 0; sent < bytes && !context.RequestAborted.IsCancellationRequested; sent += blanks.Length)
            {
                await context.Response.Body.WriteAsync(blanks, context.RequestAborted);
            }
        };

    private static async Task Silence(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
