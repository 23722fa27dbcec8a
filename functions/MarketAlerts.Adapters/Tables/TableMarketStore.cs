using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// The market in the <c>Market</c> table: a page is one packed row, so that a poll of 500 symbols is one read and one write.
/// </summary>
public sealed class TableMarketStore(TableSet tables) : IMarketStore
{
    /// <inheritdoc/>
    public async Task<MarketPage?> LoadPageAsync(string page, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var row = await table.GetEntityIfExistsAsync<TableEntity>(page, TableKeys.State, null, cancellationToken);
        return row.HasValue ? PageRow.Read(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> SavePageAsync(MarketPage page, IReadOnlyList<Verdict> verdicts, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var row = PageRow.Write(page);
        var etag = verdicts.Count is 0
            ? await table.TryWriteAsync(row, page.ETag, cancellationToken)
            : await table.TryCommitAsync(
                [
                    ConditionalWrites.Write(row, page.ETag),
                    new TableTransactionAction(TableTransactionActionType.UpsertReplace, VerdictRow(page, verdicts)),
                ],
                cancellationToken
            );
        page.ETag = etag ?? page.ETag;
        return etag is not null;
    }

    /// <inheritdoc/>
    public Task<WantedLevels> LoadLevelsAsync(string page, CancellationToken cancellationToken) => ReadLevelsAsync(page, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> SaveLevelsAsync(
        MarketPage page,
        WantedLevels levels,
        IReadOnlyCollection<Target> changed,
        CancellationToken cancellationToken
    )
    {
        var table = await tables.Market;
        page.LevelsVersion++;
        var rows = changed.Select(target => LevelRow(page.Name, target, levels)).ToArray();
        // More levels than one transaction holds go first: until the state names the new version nobody reads them.
        const int WithTheState = 90;
        foreach (var chunk in rows.Skip(WithTheState).Chunk(WithTheState))
        {
            await table.TryCommitAsync([.. chunk.Select(Upsert)], cancellationToken);
        }

        var etag = await table.TryCommitAsync(
            [ConditionalWrites.Write(PageRow.Write(page), page.ETag), .. rows.Take(WithTheState).Select(Upsert)],
            cancellationToken
        );
        page.ETag = etag ?? page.ETag;
        return etag is not null;
    }

    /// <inheritdoc/>
    public Task<WantedLevels> LoadBasketLevelsAsync(CancellationToken cancellationToken) =>
        ReadLevelsAsync(TableKeys.BasketLevels, cancellationToken);

    /// <inheritdoc/>
    public async Task SaveBasketLevelsAsync(WantedLevels levels, IReadOnlyCollection<Target> changed, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        foreach (var target in changed)
        {
            await table.UpsertEntityAsync(LevelRow(TableKeys.BasketLevels, target, levels), TableUpdateMode.Replace, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, BasketState>> LoadBasketsAsync(CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var states = new Dictionary<string, BasketState>();
        await foreach (
            var row in table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {TableKeys.Baskets}"),
                cancellationToken: cancellationToken
            )
        )
        {
            states[row.RowKey] = BasketRow.Read(row);
        }

        return states;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveBasketsAsync(IReadOnlyList<BasketState> states, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var etags = await table.TryCommitAllAsync(
            [.. states.Select(state => ConditionalWrites.Write(BasketRow.Write(state), state.ETag))],
            cancellationToken
        );
        foreach (var (state, etag) in states.Zip(etags ?? []))
        {
            state.ETag = etag;
        }

        return etags is not null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Verdict> ReadVerdictsAsync(string page, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        await foreach (
            var row in table.QueryRangeAsync(page, TableKeys.VerdictPrefix, TableKeys.After(TableKeys.VerdictPrefix), cancellationToken)
        )
        {
            foreach (var verdict in row.GetDocument<VerdictDocument[]>())
            {
                yield return verdict.ToVerdict();
            }
        }
    }

    private async Task<WantedLevels> ReadLevelsAsync(string partition, CancellationToken cancellationToken)
    {
        var table = await tables.Market;
        var levels = new WantedLevels();
        await foreach (
            var row in table.QueryRangeAsync(partition, TableKeys.LevelPrefix, TableKeys.After(TableKeys.LevelPrefix), cancellationToken)
        )
        {
            LevelPacker.Unpack(row.GetBytes("levels"), Target.Parse(row.RowKey[TableKeys.LevelPrefix.Length..]), levels);
        }

        return levels;
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableEntity LevelRow(string partition, Target target, WantedLevels levels)
    {
        var row = new TableEntity(partition, TableKeys.LevelOf(target));
        row.SetBytes("levels", LevelPacker.Pack(levels, target));
        return row;
    }

    private static TableEntity VerdictRow(MarketPage page, IReadOnlyList<Verdict> verdicts)
    {
        var row = new TableEntity(page.Name, TableKeys.VerdictsOf(page.Poll!.Value));
        row.SetDocument(verdicts.Select(VerdictDocument.From).ToArray());
        return row;
    }
}

/// <summary>A verdict as it is stored.</summary>
internal sealed record VerdictDocument(string Symbol, DateTimeOffset MarketTime, double Price, VerdictReason Reason)
{
    public static VerdictDocument From(Verdict verdict) => new(verdict.Symbol.Text, verdict.MarketTime, verdict.Price, verdict.Reason);

    public Verdict ToVerdict() => new(Core.Market.Symbol.Parse(Symbol), MarketTime, Price, Reason);
}
