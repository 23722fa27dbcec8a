using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>One thing that a provider's server may do, and what must become of it; a row of docs/sources.md.</summary>
/// <param name="Name">What the server does.</param>
/// <param name="Outcome">What becomes of it, as documented.</param>
/// <param name="Answer">Answers as a provider; signals once the client waits for what never comes.</param>
internal sealed record AnswerCase(string Name, string Outcome, Func<ProviderCase, TaskCompletionSource, RequestDelegate> Answer)
{
    /// <summary>The quotes, where there are any.</summary>
    public Func<ProviderCase, IReadOnlyList<Quote>>? Quotes { get; init; }

    /// <summary>The failure, where there is one.</summary>
    public FetchFault? Fault { get; init; }

    /// <summary>How long the failure says to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the client must give up by itself.</summary>
    public bool TakesForever { get; init; }
}
