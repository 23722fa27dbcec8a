using MarketAlerts.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>The unsubscribe link of every mail (RFC 8058): GET shows a page, only POST acts.</summary>
public sealed class Unsubscribe(SelfServiceEndpoint endpoint, UnsubscribePage page)
{
    /// <summary>The trigger; anonymous, since the signed token in the link is the authorisation.</summary>
    [Function(nameof(Unsubscribe))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "unsubscribe")] HttpRequest request,
        CancellationToken cancellationToken
    ) => endpoint.AnswerAsync(request, page, cancellationToken);
}
