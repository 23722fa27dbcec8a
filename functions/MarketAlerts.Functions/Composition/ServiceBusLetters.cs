using Azure.Identity;
using Azure.Messaging.ServiceBus;
using MarketAlerts.Functions.Messaging;

namespace MarketAlerts.Functions.Composition;

/// <summary>The dead letters of a deployment, for an operator's command.</summary>
public static class ServiceBusLetters
{
    /// <summary>Those of a namespace, reached as whoever is signed in.</summary>
    /// <param name="fullyQualifiedNamespace">Its host name.</param>
    public static ServiceBusDeadLetters Of(string fullyQualifiedNamespace) => new(new ServiceBusClient(fullyQualifiedNamespace, new DefaultAzureCredential()));
}
