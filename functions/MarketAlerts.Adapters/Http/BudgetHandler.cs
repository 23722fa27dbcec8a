namespace MarketAlerts.Adapters.Http;

/// <summary>Counts every call that really goes out, repetitions too, and refuses the one that the plan no longer allows.</summary>
/// <param name="source">Who is asked, for messages.</param>
/// <param name="budget">What the plan allows.</param>
/// <param name="isSpare">Whether the calls can wait: then they leave half of the plan to others.</param>
public sealed class BudgetHandler(string source, CallBudget budget, bool isSpare = false) : DelegatingHandler
{
    /// <summary>What a request counts as, where the plan counts symbols.</summary>
    public static readonly HttpRequestOptionsKey<int> Cost = new("cost");

    /// <inheritdoc/>
    /// <exception cref="FetchException">The budget is used up: busy, with the time until the next call.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var cost = request.Options.TryGetValue(Cost, out var told) ? told : 1;
        return (isSpare ? budget.TakeSpare(cost) : budget.Take(cost)) is { } wait
            ? throw budget.UsedUp(source, wait)
            : base.SendAsync(request, cancellationToken);
    }
}
