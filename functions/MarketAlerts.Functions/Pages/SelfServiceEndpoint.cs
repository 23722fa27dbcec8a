using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Pages;

/// <summary>The way into every page behind a signed link: only a POST acts, anything else only shows.</summary>
public sealed class SelfServiceEndpoint(LinkVerifier verifier)
{
    /// <summary>Answers a request with a page, if its link opens that.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, ISelfServicePage? page, CancellationToken cancellationToken)
    {
        var shown = page is null ? HtmlPage.BrokenLink : await PageOfAsync(request, page, cancellationToken);
        return PageFrame.Answer(request.HttpContext.Response, shown);
    }

    private async Task<HtmlPage> PageOfAsync(HttpRequest request, ISelfServicePage page, CancellationToken cancellationToken)
    {
        var answer = await verifier.OpenAsync(request.Query["token"].ToString(), page.Purpose, cancellationToken);
        if (answer.Visit is not { } visit)
        {
            return HtmlPage.Refused(answer.State);
        }

        if (!HttpMethods.IsPost(request.Method))
        {
            return await page.ShowAsync(visit, cancellationToken);
        }

        var form = await PageForm.ReadAsync(request, cancellationToken);
        return form.Refusal is { } status ? HtmlPage.NoForm(status) : await page.ActAsync(visit, form.Fields, cancellationToken);
    }
}
