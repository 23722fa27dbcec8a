using Azure.Data.Tables;
using MarketAlerts.Core.Subscribers;
using static MarketAlerts.Adapters.Tables.SubscriberRows;

namespace MarketAlerts.Adapters.Tables;

/// <summary>The profiles of people, and all that is kept of one of them.</summary>
public sealed class TableProfileStore(SubscriberTable subscribers) : IProfileStore
{
    private readonly SubscriberRows _rows = new(subscribers.BucketOf);

    /// <inheritdoc/>
    public ValueTask<SubscriberBuckets> BucketsAsync(CancellationToken cancellationToken) => subscribers.BucketsAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<Subscriber?> LoadProfileAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var table = await subscribers.Table;
        var bucket = (await BucketsAsync(cancellationToken)).BucketOf(subscriber);
        var key = TableKeys.ProfileOf(subscriber);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(bucket, key, null, cancellationToken);
        return row.HasValue ? Profile(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveProfileAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var table = await subscribers.OpenAsync(cancellationToken);
        if (subscriber.ETag is { } etag)
        {
            return await table.TryWriteAsync(_rows.Profile(subscriber), etag, cancellationToken) is not null;
        }

        await table.UpsertEntityAsync(_rows.Profile(subscriber), TableUpdateMode.Replace, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Subscriber> ReadProfilesAsync(string bucket, CancellationToken cancellationToken) =>
        subscribers.ReadAsync(bucket, TableKeys.ProfilePrefix, cancellationToken).Select(Profile);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> CountRowsAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        RemoveAsync(subscriber, false, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RowCount>> ForgetAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        RemoveAsync(subscriber, true, cancellationToken);

    private async Task<IReadOnlyList<RowCount>> RemoveAsync(SubscriberId subscriber, bool remove, CancellationToken cancellationToken)
    {
        var bucket = (await BucketsAsync(cancellationToken)).BucketOf(subscriber);
        return await new SubscriberRemoval(await subscribers.Table, bucket, subscriber).RunAsync(remove, cancellationToken);
    }
}
