using System.Net;
using MarketAlerts.Adapters.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>The HTTP clients of the quote sources: repetitions outside, the plan's budget inside, so that repetitions are counted too.</summary>
internal static class SourceClients
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddClient(this IServiceCollection services, string name)
    {
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .AddResilienceHandler("source", (pipeline, context) => SourceResilience.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        services.AddHttpClient(name).AddHttpMessageHandler(provider => new BudgetHandler(name, provider.GetRequiredKeyedService<CallBudget>(name)));
        return services;
    }
}
