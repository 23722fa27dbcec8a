using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Pages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A page as a row.</summary>
internal static class PageRow
{
    public static TableEntity Write(MarketPage page)
    {
        var row = new TableEntity(page.Name, TableKeys.State)
        {
            ["poll"] = page.Poll,
            ["seenAt"] = page.SeenAt,
            ["declaredDelaySeconds"] = page.DeclaredDelay > TimeSpan.Zero ? (int)page.DeclaredDelay.TotalSeconds : null,
            ["levelsVersion"] = page.LevelsVersion,
            ["historyReadFor"] = page.HistoryReadFor is { } session ? TableKeys.Session(session) : null,
            ["historyReadRows"] = page.HistoryReadRows,
            ["listingEventsUntil"] = page.ListingEventsUntil == default ? null : page.ListingEventsUntil,
        };
        row.SetBytes("late", Encoding.UTF8.GetBytes(StoredJson.Write(page.LateRules.Select(LateRuleDocument.From))));
        row.SetBytes("splits", Encoding.UTF8.GetBytes(StoredJson.Write(page.Splits.Select(SplitDocument.FromSplit))));
        row.SetBytes("symbols", PagePacker.Pack(page.Columns));
        row.SetBytes("pending", PagePacker.Pack(page.Pending));
        return row;
    }

    public static MarketPage Read(TableEntity row)
    {
        var page = new MarketPage(row.PartitionKey, PagePacker.Unpack(row.GetBytes("symbols")))
        {
            Poll = row.GetDateTimeOffset("poll"),
            SeenAt = row.GetDateTimeOffset("seenAt") ?? default,
            DeclaredDelay = TimeSpan.FromSeconds(row.GetInt32("declaredDelaySeconds") ?? 0),
            LevelsVersion = row.GetInt64("levelsVersion") ?? 0,
            HistoryReadFor = row.GetString("historyReadFor") is { } session
                ? DateOnly.ParseExact(session, "yyyyMMdd", CultureInfo.InvariantCulture)
                : null,
            HistoryReadRows = row.GetInt32("historyReadRows") ?? 0,
            ListingEventsUntil = row.GetDateTimeOffset("listingEventsUntil") ?? default,
            ETag = row.ETag.ToString(),
        };
        page.Pending.AddRange(PagePacker.UnpackPending(row.GetBytes("pending")));
        page.Splits.AddRange(
            row.GetBytes("splits") is { Length: > 0 } splits
                ? StoredJson.Read<SplitDocument[]>(Encoding.UTF8.GetString(splits)).Select(split => split.ToSplit())
                : []
        ); // A page of before splits were kept has none.
        page.HoldPriceRules();
        page.LateRules.AddRange(
            StoredJson.Read<LateRuleDocument[]>(Encoding.UTF8.GetString(row.GetBytes("late"))).Select(late => late.ToRule())
        );
        return page;
    }
}
