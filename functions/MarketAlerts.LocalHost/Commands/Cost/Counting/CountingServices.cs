using Azure.Core;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketAlerts.LocalHost.Commands.Cost.Counting;

/// <summary>A replay that counts: what its functions ask of tables and queues is kept, and nobody is mailed.</summary>
public static class CountingServices
{
    /// <summary>Puts the counters between the functions and the services.</summary>
    public static IServiceCollection AddCounting(this IServiceCollection services)
    {
        services
            .AddSingleton<CallMeter>()
            .AddSingleton(provider => TablesOf(provider.GetRequiredService<StorageOptions>(), provider.GetRequiredService<CallMeter>()))
            .RemoveAll<IChannel>()
            .AddSingleton<IChannel, AcceptingChannel>();
        services.Decorate<IMessagePublisher>((inner, provider) => new CountedMessages(inner, provider.GetRequiredService<CallMeter>()));
        return services;
    }

    private static TableServiceClient TablesOf(StorageOptions storage, CallMeter meter)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new CountedRequests(meter), HttpPipelinePosition.PerRetry);
        return new TableServiceClient(storage.ConnectionString, options);
    }
}
