using System.Net;
using MarketAlerts.Adapters.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>
/// The HTTP clients of the quote sources: repetitions outside, the plan's budget inside, so that repetitions are counted too.
/// </summary>
internal static class SourceClients
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds the client of the quotes, and one of the daily history beside it: that one's failures must not keep the quotes' circuit open,
    /// and it leaves half of the plan to them.
    /// </summary>
    public static IServiceCollection AddClients(this IServiceCollection services, string name) =>
        services.AddClient(name, name, isSpare: false).AddClient(HistoryOf(name), name, isSpare: true);

    /// <summary>The name of the client of a source's daily history.</summary>
    public static string HistoryOf(string name) => $"{name}.history";

    private static IServiceCollection AddClient(this IServiceCollection services, string name, string source, bool isSpare)
    {
        services
            .AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.All,
                    PooledConnectionLifetime = ConnectionLifetime,
                }
            )
            .AddResilienceHandler(
                "source",
                (pipeline, context) => SourceResilience.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>())
            );
        services
            .AddHttpClient(name)
            .AddHttpMessageHandler(provider => new BudgetHandler(source, provider.GetRequiredKeyedService<CallBudget>(source), isSpare));
        return services;
    }
}
