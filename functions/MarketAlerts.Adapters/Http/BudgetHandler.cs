namespace MarketAlerts.Adapters.Http;

/// <summary>Counts every call that really goes out, repetitions too, and refuses the one that the plan no longer allows.</summary>
/// <param name="source">Who is asked, for messages.</param>
/// <param name="budget">What the plan allows.</param>
public sealed class BudgetHandler(string source, CallBudget budget) : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="FetchException">The budget is used up: busy, with the time until the next call.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => budget.Take() is { } wait
        ? throw new FetchException(FetchFault.Busy, $"{source} is not asked: the calls of its plan are used up ({budget.Words}).") { RetryAfter = wait }
        : base.SendAsync(request, cancellationToken);
}
