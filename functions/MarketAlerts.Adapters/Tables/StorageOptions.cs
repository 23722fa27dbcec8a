using System.ComponentModel.DataAnnotations;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The storage account; section <c>Storage</c> of the settings. A connection string (laptop) or the account's addresses (Azure, managed
/// identity).
/// </summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Storage";

    /// <summary>Connection string, for Azurite and tests; a secret anywhere else.</summary>
    /// <value>null</value>
    public string? ConnectionString { get; set; }

    /// <summary>Address of the account's tables, for managed identity.</summary>
    /// <value>null</value>
    public Uri? TableServiceUri { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ConnectionString) == TableServiceUri is null)
        {
            yield return new ValidationResult(
                "Set either Storage:ConnectionString (Azurite) or Storage:TableServiceUri (Azure, managed identity).",
                [nameof(ConnectionString), nameof(TableServiceUri)]
            );
        }
    }
}
