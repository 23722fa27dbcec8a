using MarketAlerts.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>
/// The other links of a mail: pause, only severe, change my threshold, useful, noise, why, resume, end links. GET shows a page, only POST
/// acts.
/// </summary>
public sealed class Action(ActionPages pages)
{
    /// <summary>The trigger; anonymous, since the signed token in the link is the authorisation.</summary>
    [Function(nameof(Action))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "action")] HttpRequest request,
        CancellationToken cancellationToken
    ) => pages.AnswerAsync(request, cancellationToken);
}
