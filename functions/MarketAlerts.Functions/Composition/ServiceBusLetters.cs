using Azure.Identity;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Functions.Messaging;
using Microsoft.Extensions.Configuration;

namespace MarketAlerts.Functions.Composition;

/// <summary>The dead letters of Service Bus, for an operator's command.</summary>
public static class ServiceBusLetters
{
    /// <summary>
    /// Those of a namespace, reached as whoever is signed in, or of the emulator that the settings name; null without either.
    /// </summary>
    /// <param name="fullyQualifiedNamespace">The namespace's host name, or null.</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="FormatException">The emulator's connection string is none.</exception>
    public static ServiceBusDeadLetters? Find(string? fullyQualifiedNamespace, IConfiguration settings)
    {
        if (fullyQualifiedNamespace is not null)
        {
            return new ServiceBusDeadLetters(new ServiceBusClient(fullyQualifiedNamespace, new DefaultAzureCredential()));
        }

        return settings[ServiceBusOptions.Section] is { Length: > 0 } emulator
            ? new ServiceBusDeadLetters(new ServiceBusClient(emulator))
            : null;
    }
}
