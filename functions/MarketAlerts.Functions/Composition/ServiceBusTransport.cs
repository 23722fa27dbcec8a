using Azure.Identity;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Ports;
using MarketAlerts.Functions.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>The transport of Azure.</summary>
public static class ServiceBusTransport
{
    /// <summary>Registers the Service Bus client, with managed identity, and the publisher.</summary>
    public static IServiceCollection AddServiceBusTransport(this IServiceCollection services, IConfiguration configuration) => services
        .AddContract<ServiceBusOptions>(configuration, ServiceBusOptions.Section)
        .AddSingleton(provider => new ServiceBusClient(
            provider.GetRequiredService<ServiceBusOptions>().FullyQualifiedNamespace, new DefaultAzureCredential()))
        .AddSingleton<IMessagePublisher, ServiceBusPublisher>();
}
