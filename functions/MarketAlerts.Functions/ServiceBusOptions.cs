using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Functions;

/// <summary>The Service Bus namespace; section <c>ServiceBus</c> of the settings, which the triggers read too.</summary>
public sealed class ServiceBusOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "ServiceBus";

    /// <summary>The namespace's host name, reached with managed identity.</summary>
    /// <value>none; for example market-alerts.servicebus.windows.net</value>
    [RegularExpression("^[A-Za-z0-9.-]+$", ErrorMessage = "ServiceBus:FullyQualifiedNamespace is a host name without https://.")]
    public string? FullyQualifiedNamespace { get; set; }

    /// <summary>
    /// The connection string of the emulator: the value of <c>ServiceBus</c> itself, where the triggers look for it. Never in Azure, where
    /// there are no keys.
    /// </summary>
    /// <value>null</value>
    public string? EmulatorConnection { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(FullyQualifiedNamespace) == string.IsNullOrWhiteSpace(EmulatorConnection))
        {
            yield return new ValidationResult(
                "Set ServiceBus:FullyQualifiedNamespace, for example market-alerts.servicebus.windows.net, or on a laptop "
                    + "ServiceBus to the connection string of the emulator.",
                [nameof(FullyQualifiedNamespace), nameof(EmulatorConnection)]
            );
        }
    }
}
