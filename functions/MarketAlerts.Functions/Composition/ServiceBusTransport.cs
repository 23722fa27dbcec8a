using Azure.Identity;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>The transport of Azure.</summary>
internal static class ServiceBusTransport
{
    /// <summary>Registers the Service Bus client, with managed identity or to the emulator, and the publisher.</summary>
    public static IServiceCollection AddServiceBusTransport(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<ServiceBusOptions>(configuration, ServiceBusOptions.Section)
            .PostConfigure<ServiceBusOptions>(options => options.EmulatorConnection = configuration[ServiceBusOptions.Section])
            .AddSingleton(provider => Client(provider.GetRequiredService<ServiceBusOptions>()))
            .AddSingleton<IMessagePublisher, ServiceBusPublisher>();

    private static ServiceBusClient Client(ServiceBusOptions options) =>
        options.EmulatorConnection is { Length: > 0 } emulator
            ? new ServiceBusClient(emulator)
            : new ServiceBusClient(options.FullyQualifiedNamespace!, new DefaultAzureCredential());
}
