using MarketAlerts.Adapters.News;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>The client that all feeds are asked with: one, so that their turns at a host are one queue.</summary>
internal static class FeedClients
{
    /// <summary>Registers it, once however often it is called.</summary>
    public static IServiceCollection AddFeedClient(this IServiceCollection services, IConfiguration configuration) =>
        services.Any(service => service.ServiceType == typeof(FeedClient))
            ? services
            : services
                .AddContract<FeedOptions>(configuration, FeedOptions.Section)
                .AddSingleton(provider => new HostThrottle(provider.GetRequiredService<TimeProvider>(), HostThrottle.UsualInterval))
                .AddSingleton(provider => FeedHttp.Create(provider.GetRequiredService<FeedOptions>()))
                .AddSingleton<FeedClient>();
}
