using Azure.Data.Tables;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Packs rows into transactions: at most 100 rows and 4 MiB fit into one.</summary>
internal static class RowBatches
{
    /// <summary>The rows in order, as many together as fit.</summary>
    public static IEnumerable<List<(TableEntity Row, string? ETag)>> Split(
        IEnumerable<(TableEntity Row, string? ETag)> rows,
        int mostRows,
        int mostBytes
    )
    {
        var (batch, bytes) = (new List<(TableEntity, string?)>(), 0);
        foreach (var next in rows)
        {
            var size = SizeOf(next.Row);
            if (batch.Count > 0 && (batch.Count == mostRows || bytes + size > mostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(next);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>About how many bytes a row takes on the wire.</summary>
    public static int SizeOf(TableEntity row) =>
        row.Sum(property =>
            property.Value switch
            {
                string text => text.Length + 40,
                byte[] bytes => (bytes.Length * 4 / 3) + 40,
                _ => 60,
            }
        );
}
