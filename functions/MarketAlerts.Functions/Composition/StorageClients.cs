using Azure.Data.Tables;
using Azure.Identity;
using MarketAlerts.Adapters.Tables;

namespace MarketAlerts.Functions.Composition;

/// <summary>Makes the storage clients: by connection string on a laptop, by managed identity in Azure.</summary>
public static class StorageClients
{
    /// <summary>The account's tables.</summary>
    public static TableServiceClient Tables(StorageOptions options) =>
        options.ConnectionString is { Length: > 0 } connection
            ? new TableServiceClient(connection)
            : new TableServiceClient(options.TableServiceUri!, new DefaultAzureCredential());
}
