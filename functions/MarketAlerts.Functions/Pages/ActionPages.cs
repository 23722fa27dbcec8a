using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Pages;

/// <summary>The pages behind <c>/api/action</c>: <c>do</c> names which.</summary>
public sealed class ActionPages(SelfServiceEndpoint endpoint, IEnumerable<ISelfServicePage> pages)
{
    private readonly Dictionary<string, ISelfServicePage> _pages = pages.ToDictionary(page => LinkWords.WordOf(page.Purpose)!);

    /// <summary>Answers a request.</summary>
    public Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, _pages.GetValueOrDefault(request.Query["do"].ToString()), cancellationToken);
}
