using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Subscriptions;
using Microsoft.Extensions.Hosting;

namespace MarketAlerts.Functions.Composition;

/// <summary>When the host starts: refuses sources whose plan cannot serve what is watched, with the arithmetic, before a day is spent finding out.</summary>
/// <param name="chain">The sources.</param>
/// <param name="catalogs">What is watched.</param>
internal sealed class QuotePlanCheck(QuoteChain chain, ICatalogStore catalogs) : IHostedService
{
    private const int MinutesOfSession = 390;
    private const int MinutesWithExtendedHours = 960;

    /// <exception cref="InvalidOperationException">A plan is too small.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var catalog = await catalogs.LoadAsync(cancellationToken);
        var refusals = chain.Lines.Select(line => line.Refusal(catalog.Pages.Count, PollsOf(line, catalog))).OfType<string>().ToArray();
        if (refusals.Length > 0)
        {
            throw new InvalidOperationException(
                $"The quote sources cannot serve what is watched, once a minute. {string.Join(' ', refusals)} Watch less, take a larger plan and set its CallsPerMinute, CallsPerHour and CallsPerDay, or choose other Quotes:Sources.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A delayed source is polled longer, for the last prices of the session.</summary>
    private static int PollsOf(QuoteLine line, Catalog catalog) => catalog.ExtendedPages.Count > 0
        ? MinutesWithExtendedHours
        : MinutesOfSession + (int)Math.Ceiling(MarketClock.Awaited(line.DeclaredDelay).TotalMinutes);
}
