using Azure.Data.Tables;
using MarketAlerts.Core.Detection;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A basket's state as a row.</summary>
internal static class BasketRow
{
    public static TableEntity Write(BasketState state)
    {
        var row = new TableEntity(TableKeys.Baskets, state.Name)
        {
            ["session"] = state.Session is { } session ? TableKeys.Session(session) : null,
        };
        for (var index = 0; index < state.Extremes.Length; index++)
        {
            row[Extreme(index)] = state.Extremes[index];
        }

        if (state.Pending is { } pending)
        {
            row.SetDocument(pending);
        }

        return row;
    }

    public static BasketState Read(TableEntity row)
    {
        var state = new BasketState(row.RowKey)
        {
            Session = row.GetString("session") is { } session
                ? DateOnly.ParseExact(session, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)
                : null,
            Pending = row.ContainsKey("doc0") ? row.GetDocument<PendingBasketEvents>() : null,
            ETag = row.ETag.ToString(),
        };
        for (var index = 0; index < state.Extremes.Length; index++)
        {
            state.Extremes[index] = row.GetInt64(Extreme(index)) ?? 0;
        }

        return state;
    }

    private static string Extreme(int index) => "extreme" + (char)('0' + index);
}
