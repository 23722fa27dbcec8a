using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The tables, each created the first time it is used.</summary>
/// <param name="service">The storage account's tables.</param>
/// <param name="prefix">Stands before each table's name where several sets share an account; empty in production.</param>
public sealed class TableSet(TableServiceClient service, string prefix)
{
    private readonly ConcurrentDictionary<string, Task<TableClient>> _tables = new();

    /// <summary>The tables of an account.</summary>
    public TableSet(TableServiceClient service)
        : this(service, "") { }

    /// <summary>The catalog.</summary>
    public Task<TableClient> Catalog => Open(nameof(Catalog));

    /// <summary>The state of the market.</summary>
    public Task<TableClient> Market => Open(nameof(Market));

    /// <summary>Who watches what.</summary>
    public Task<TableClient> Subscriptions => Open(nameof(Subscriptions));

    /// <summary>The truth about people.</summary>
    public Task<TableClient> Subscribers => Open(nameof(Subscribers));

    /// <summary>The incidents.</summary>
    public Task<TableClient> Incidents => Open(nameof(Incidents));

    /// <summary>Daily closes.</summary>
    public Task<TableClient> History => Open(nameof(History));

    /// <summary>How the sources do.</summary>
    public Task<TableClient> Health => Open(nameof(Health));

    /// <summary>The stories.</summary>
    public Task<TableClient> News => Open(nameof(News));

    /// <summary>What is known of feeds.</summary>
    public Task<TableClient> Feeds => Open(nameof(Feeds));

    private Task<TableClient> Open(string name)
    {
        var opening = _tables.GetOrAdd(name, CreateAsync);
        if (opening.IsFaulted || opening.IsCanceled)
        {
            _tables.TryRemove(new KeyValuePair<string, Task<TableClient>>(name, opening));
            opening = _tables.GetOrAdd(name, CreateAsync);
        }

        return opening;
    }

    private async Task<TableClient> CreateAsync(string name)
    {
        var table = service.GetTableClient(prefix + name);
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
