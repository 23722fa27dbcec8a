using Azure;
using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Writes against the version that was read: insert when there was none, replace when it is still the same.</summary>
internal static class ConditionalWrites
{
    /// <summary>The new version, or null when somebody else wrote first.</summary>
    public static async Task<string?> TryWriteAsync(
        this TableClient table,
        TableEntity entity,
        string? etag,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = etag is null
                ? await table.AddEntityAsync(entity, cancellationToken)
                : await table.UpdateEntityAsync(entity, new ETag(etag), TableUpdateMode.Replace, cancellationToken);
            return response.Headers.ETag?.ToString();
        }
        catch (RequestFailedException failure) when (IsLost(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// The new version of the first row of a transaction within one partition, or null when any of it was written first by somebody else.
    /// </summary>
    public static async Task<string?> TryCommitAsync(
        this TableClient table,
        IReadOnlyList<TableTransactionAction> actions,
        CancellationToken cancellationToken
    ) => (await table.TryCommitAllAsync(actions, cancellationToken))?[0];

    /// <summary>
    /// The new versions of the rows of a transaction within one partition, or null when any of them was written first by somebody else.
    /// </summary>
    public static async Task<IReadOnlyList<string>?> TryCommitAllAsync(
        this TableClient table,
        IReadOnlyList<TableTransactionAction> actions,
        CancellationToken cancellationToken
    )
    {
        if (actions.Select(action => action.Entity.PartitionKey).Distinct().Count() is not 1)
        {
            throw new ArgumentException(
                "A transaction stays within one partition: Azure refuses others, Azurite does not.",
                nameof(actions)
            );
        }

        try
        {
            var response = await table.SubmitTransactionAsync(actions, cancellationToken);
            return [.. response.Value.Select(written => written.Headers.ETag?.ToString() ?? "")];
        }
        catch (RequestFailedException failure) when (IsLost(failure))
        {
            return null;
        }
    }

    /// <summary>A row's insert or conditional replacement as part of a transaction.</summary>
    public static TableTransactionAction Write(TableEntity entity, string? etag) =>
        etag is null
            ? new TableTransactionAction(TableTransactionActionType.Add, entity)
            : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, new ETag(etag));

    private static bool IsLost(RequestFailedException failure) => failure.Status is 404 or 409 or 412;
}
