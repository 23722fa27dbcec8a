using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Pages;

/// <summary>What all pages have in common: one style, no scripts, and headers that forbid everything else.</summary>
internal static class PageFrame
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--card:#fff;--page:#f3f5f7;--act:#0b5cad;--on:#fff;
          --bad:#b3261e}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a4adb8;--line:#3a424c;--card:#1c2128;--page:#12161b;--act:#6cb2ff;
          --on:#0b1622;--bad:#ff9d94}}
        *{box-sizing:border-box}
        body{margin:0;padding:1.5rem 1rem;background:var(--page);color:var(--ink);
          font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:36rem;margin:0 auto;padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:.75rem;
          overflow-wrap:anywhere}
        header{max-width:36rem;margin:0 auto .75rem;padding:0 .25rem;color:var(--soft);font-weight:600;letter-spacing:.01em}
        h1{margin:0 0 .75rem;font-size:1.375rem;line-height:1.25}
        p{margin:0 0 1rem}
        form{margin:1.25rem 0 0}
        fieldset{margin:0 0 1.25rem;padding:0;border:0}
        legend,label.above{display:block;margin:0 0 .35rem;padding:0;font-weight:600}
        .choice{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;padding:.6rem .75rem;border:1px solid var(--line);
          border-radius:.5rem;margin:0 0 .5rem}
        .choice input{flex:none;width:1.15rem;height:1.15rem;margin:.2rem 0 0;accent-color:var(--act)}
        .choice small,small{color:var(--soft);font-size:.875rem}
        .choice small{display:block}
        .number{display:flex;gap:.5rem;align-items:center;flex-wrap:wrap}
        input[type=text]{width:8rem;max-width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;
          background:var(--page);border:1px solid var(--soft);border-radius:.5rem}
        button{min-height:2.75rem;max-width:100%;padding:.6rem 1.25rem;font:inherit;font-weight:600;color:var(--on);background:var(--act);
          border:1px solid var(--act);border-radius:.5rem;cursor:pointer}
        button.second{color:var(--act);background:transparent}
        .buttons{display:flex;flex-wrap:wrap;gap:.75rem}
        :focus-visible{outline:3px solid var(--act);outline-offset:2px}
        code{padding:.1rem .35rem;font:.9375em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--page);
          border-radius:.35rem}
        .problem{padding:.6rem .75rem;border-left:4px solid var(--bad);background:var(--page)}
        ul.lines{list-style:none;margin:0 0 1rem;padding:0}
        ul.lines li{padding:.75rem 0;border-top:1px solid var(--line)}
        ul.lines li:first-child{border-top:0}
        ul.lines form{margin:.5rem 0 0}
        footer{margin:1.5rem 0 0;padding:1rem 0 0;border-top:1px solid var(--line);font-size:.875rem}
        footer a{display:inline-block;padding:.35rem 1rem .35rem 0;color:var(--act)}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The answer that shows a page.</summary>
    public static IActionResult Answer(HttpResponse response, HtmlPage page)
    {
        Protect(response);
        response.Headers.ContentSecurityPolicy = Policy;
        return new ContentResult
        {
            StatusCode = page.Status,
            ContentType = "text/html; charset=utf-8",
            Content = Document(page).Text,
        };
    }

    /// <summary>
    /// The headers of everything that is answered: kept nowhere, found by no search, passed on to nobody, asked for by https alone (over
    /// http a browser passes that header by). Other hosts of a domain are its owner's business, so none is included.
    /// </summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.StrictTransportSecurity = "max-age=31536000";
    }

    private static Html Document(HtmlPage page) =>
        Html.Encode(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{page.Title} - MarketAlerts</title>
            <style>{Html.Literal(Style)}</style></head>
            <body><header>MarketAlerts</header><main><h1>{page.Title}</h1>{page.Body}</main></body></html>
            """
        );
}

/// <summary>
/// The links at the foot of the pages. They are as old as the link that led there and end with it, so that a page never prolongs what a
/// mail allows.
/// </summary>
internal sealed class PageLinks(ISignedLinks links)
{
    /// <summary>What is paused, and how to turn off older links.</summary>
    public Html Footer(LinkVisit visit) =>
        Html.Encode(
            $"""
            <footer><a href="{UrlFor(visit, LinkPurpose.Resume)}">What is paused</a><a
            href="{UrlFor(visit, LinkPurpose.EndLinks)}">Make older links stop working</a></footer>
            """
        );

    private string UrlFor(LinkVisit visit, LinkPurpose purpose) =>
        links.UrlFor(visit.Claim with { Purpose = purpose, Rule = 0, Incident = "" });
}
