namespace MarketAlerts.EndToEnd.Running;

/// <summary>
/// A storage account of one test alone, in a real Azurite: the tables' names are fixed, so replays do not share an account.
/// </summary>
/// <param name="ConnectionString">How to reach it.</param>
internal sealed record Azurite(string ConnectionString)
{
    /// <summary>Opens an account that nobody had before.</summary>
    public static async Task<Azurite> OpenAsync(CancellationToken cancellationToken) =>
        new(await AzuriteServers.TakeAccountAsync(cancellationToken));
}
