using MarketAlerts.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Pages;

/// <summary>The page behind an unsubscribe link: plain HTML, works without scripts.</summary>
public sealed class UnsubscribePage(Unsubscriber unsubscriber)
{
    private const string Ask =
        """<h1>Stop these alerts?</h1><p>You will get no more mail from MarketAlerts at this address.</p><form method="post"><button type="submit">Stop all alerts</button></form>""";

    private const string Done = "<h1>Done</h1><p>You will get no more alerts. A mail that was already on its way may still arrive.</p>";
    private const string Invalid = "<h1>This link does not work</h1><p>It is incomplete or was changed. Use the link at the end of your newest alert.</p>";

    /// <summary>Answers a request: a POST acts, anything else only shows.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var token = request.Query["token"].ToString();
        var answer = HttpMethods.IsPost(request.Method)
            ? await unsubscriber.ActAsync(token, cancellationToken)
            : unsubscriber.Look(token);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return answer switch
        {
            UnsubscribeAnswer.Ask => Page(Ask, StatusCodes.Status200OK),
            UnsubscribeAnswer.Done => Page(Done, StatusCodes.Status200OK),
            _ => Page(Invalid, StatusCodes.Status400BadRequest),
        };
    }

    private static ContentResult Page(string body, int status) => new()
    {
        StatusCode = status,
        ContentType = "text/html; charset=utf-8",
        Content = $$"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>MarketAlerts</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}</style>
            </head><body>{{body}}</body></html>
            """,
    };
}
