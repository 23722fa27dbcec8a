using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Functions;

/// <summary>The Service Bus namespace; section <c>ServiceBus</c> of the settings, which the triggers read too.</summary>
public sealed class ServiceBusOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "ServiceBus";

    /// <summary>The namespace's host name, reached with managed identity.</summary>
    /// <value>none; for example market-alerts.servicebus.windows.net</value>
    [Required(ErrorMessage = "Set ServiceBus:FullyQualifiedNamespace, for example market-alerts.servicebus.windows.net.")]
    [RegularExpression("^[A-Za-z0-9.-]+$", ErrorMessage = "ServiceBus:FullyQualifiedNamespace is a host name without https://.")]
    public string FullyQualifiedNamespace { get; set; } = "";
}
