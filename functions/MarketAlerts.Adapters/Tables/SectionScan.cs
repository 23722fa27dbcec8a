using Azure.Data.Tables;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Reads many ranges of one section by reading the section from its start. It stops where half as many requests were made as the ranges
/// take one by one: a section with very many rules outside of what was crossed costs no more than half again.
/// </summary>
/// <param name="ranges">All ranges.</param>
/// <param name="indexes">Which of them lie on the section.</param>
/// <param name="found">Takes the subscriptions of each range that was read whole, by its index.</param>
/// <param name="rowsPerRequest">How many rows a request brings: the service gives 1,000 at most.</param>
internal sealed class SectionScan(
    IReadOnlyList<CrossedRange> ranges,
    int[] indexes,
    IReadOnlyList<Subscription>[] found,
    int rowsPerRequest = 1_000
)
{
    private readonly ILookup<Target, int> _byTarget = indexes.ToLookup(index => ranges[index].Target);
    private readonly Dictionary<int, List<Subscription>> _read = indexes.ToDictionary(index => index, _ => new List<Subscription>());

    /// <summary>Reads, and returns the indexes of the ranges that it did not get to.</summary>
    public async Task<IEnumerable<int>> ReadAsync(TableClient table, string section, CancellationToken cancellationToken)
    {
        var requests = 0;
        var pages = table
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {section}"),
                rowsPerRequest,
                cancellationToken: cancellationToken
            )
            .AsPages();
        await foreach (var page in pages)
        {
            foreach (var row in page.Values)
            {
                Take(row);
            }

            if (++requests >= indexes.Length / 2 && page.ContinuationToken is not null)
            {
                return LeftFrom(page.Values[^1].RowKey);
            }
        }

        return LeftFrom(null);
    }

    private void Take(TableEntity row)
    {
        var (target, level) = TableKeys.WatchedBy(row.RowKey);
        foreach (var index in _byTarget[target])
        {
            if (ranges[index].Levels.Contains(level.Units))
            {
                _read[index].Add(SubscriptionRow.Read(row, ranges[index].Metric, ranges[index].Direction));
            }
        }
    }

    /// <summary>Gives out what was read whole: everything, or the targets whose rows end before a key.</summary>
    private List<int> LeftFrom(string? lastKey)
    {
        var left = new List<int>();
        foreach (var (index, subscriptions) in _read)
        {
            if (lastKey is not null && string.CompareOrdinal(TableKeys.After(TableKeys.SubscriptionsOf(ranges[index].Target)), lastKey) > 0)
            {
                left.Add(index);
                continue;
            }

            found[index] = subscriptions;
        }

        return left;
    }
}
