using MarketAlerts.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MarketAlerts.Functions.Triggers;

/// <summary>Tells a probe whether the tables can be read.</summary>
public sealed class Health(HealthAnswer answer)
{
    /// <summary>The trigger; anonymous, since it tells no secrets and an answer stands for some seconds.</summary>
    [Function(nameof(Health))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken
    ) => answer.AnswerAsync(request, cancellationToken);
}
