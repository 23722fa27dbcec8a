using System.Buffers.Binary;
using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.News;

namespace MarketAlerts.Adapters.Tables;

/// <summary>What is known of feeds, in the <c>Feeds</c> table.</summary>
public sealed class TableFeedStore(TableSet tables) : IFeedStore
{
    private const string FirstReadAt = "firstReadAt";
    private const string ReadAt = "readAt";
    private const string Arrivals = "arrivals";
    private const string Seen = "seen";
    private const int Pair = 2 * sizeof(ulong);
    private static readonly string[] RhythmColumns = [nameof(TableEntity.RowKey), FirstReadAt, ReadAt, Arrivals];

    /// <inheritdoc/>
    public async Task<FeedState?> LoadAsync(string feed, CancellationToken cancellationToken)
    {
        var table = await tables.Feeds;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Feeds, feed, null, cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(FeedState state, CancellationToken cancellationToken)
    {
        var table = await tables.Feeds;
        var row = new TableEntity(TableKeys.Feeds, state.Feed)
        {
            ["etag"] = state.Version.ETag,
            ["lastModified"] = state.Version.LastModified,
            ["readUntil"] = state.Version.ReadUntil,
            [FirstReadAt] = state.FirstReadAt,
            [ReadAt] = state.ReadAt,
            [Arrivals] = string.Join(' ', state.Arrivals.Select(time => time.UtcTicks.ToString(CultureInfo.InvariantCulture))),
        };
        row.SetBytes(Seen, BytesOf(state));
        return await table.TryWriteAsync(row, state.ETag, cancellationToken) is not null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FeedRhythm>> ReadRhythmsAsync(CancellationToken cancellationToken)
    {
        var table = await tables.Feeds;
        var rhythms = new List<FeedRhythm>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                row => row.PartitionKey == TableKeys.Feeds,
                select: RhythmColumns,
                cancellationToken: cancellationToken
            )
        )
        {
            rhythms.Add(new FeedRhythm(row.RowKey, row.GetDateTimeOffset(FirstReadAt), row.GetDateTimeOffset(ReadAt), ArrivalsIn(row)));
        }

        return rhythms;
    }

    /// <exception cref="InvalidDataException">The row says something else than <see cref="SaveAsync"/> wrote.</exception>
    internal static FeedState Read(TableEntity row) =>
        new(row.RowKey)
        {
            Version = new FeedVersion(row.GetString("etag"), row.GetString("lastModified"))
            {
                ReadUntil = row.GetDateTimeOffset("readUntil"),
            },
            FirstReadAt = row.GetDateTimeOffset(FirstReadAt),
            ReadAt = row.GetDateTimeOffset(ReadAt),
            Seen = SeenIn(row.GetBytes(Seen)),
            Arrivals = ArrivalsIn(row),
            ETag = row.ETag.ToString(),
        };

    private static DateTimeOffset[] ArrivalsIn(TableEntity row) =>
        [.. (row.GetString(Arrivals) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TimeIn)];

    private static DateTimeOffset TimeIn(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var utc) && utc <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(utc, TimeSpan.Zero)
            : throw new InvalidDataException("A feed's state with arrivals that are no times.");

    private static byte[] BytesOf(FeedState state)
    {
        var bytes = new byte[state.Seen.Count * Pair];
        for (var index = 0; index < state.Seen.Count; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(index * Pair), state.Seen[index].Item);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan((index * Pair) + sizeof(ulong)), state.Seen[index].Content);
        }

        return bytes;
    }

    private static (ulong, ulong)[] SeenIn(byte[] bytes)
    {
        var seen = new (ulong, ulong)[bytes.Length / Pair];
        for (var index = 0; index < seen.Length; index++)
        {
            var pair = bytes.AsSpan(index * Pair, Pair);
            seen[index] = (BinaryPrimitives.ReadUInt64LittleEndian(pair), BinaryPrimitives.ReadUInt64LittleEndian(pair[sizeof(ulong)..]));
        }

        return seen;
    }
}
