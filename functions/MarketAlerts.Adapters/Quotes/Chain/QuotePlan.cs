using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>Compares what is watched with the plans of the sources, before a day is spent finding out.</summary>
/// <param name="chain">The sources.</param>
public sealed class QuotePlan(QuoteChain chain) : IQuotePlan
{
    private const int MinutesOfSession = 390;
    private const int MinutesWithExtendedHours = 960;

    /// <inheritdoc/>
    public string? Refusal(Catalog catalog)
    {
        var refusals = chain.Lines.Select(line => line.Refusal(catalog.Pages.Count, PollsOf(line, catalog))).OfType<string>().ToArray();
        return refusals.Length is 0
            ? null
            : $"The quote sources cannot serve what is watched, once a minute. {string.Join(' ', refusals)} Watch less, take a larger "
                + "plan and set its CallsPerMinute, CallsPerHour and CallsPerDay, or choose other Quotes:Sources.";
    }

    /// <summary>A delayed source is polled longer, for the last prices of the session.</summary>
    private static int PollsOf(QuoteLine line, Catalog catalog) =>
        catalog.ExtendedPages.Count > 0
            ? MinutesWithExtendedHours
            : MinutesOfSession + (int)Math.Ceiling(MarketClock.Awaited(line.DeclaredDelay).TotalMinutes);
}
