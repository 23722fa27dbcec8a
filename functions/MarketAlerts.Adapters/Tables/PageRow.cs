using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;

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

/// <summary>A late rule as it is stored.</summary>
internal sealed record LateRuleDocument(
    string Symbol,
    MetricId Metric,
    Direction Direction,
    long Level,
    DateOnly Session,
    long Subscription
)
{
    public static LateRuleDocument From(LateRule rule) =>
        new(rule.Symbol.Text, rule.Metric, rule.Direction, rule.Level, rule.Session, rule.SubscriptionHash);

    public LateRule ToRule() => new(Core.Market.Symbol.Parse(Symbol), Metric, Direction, Level, Session, Subscription);
}

/// <summary>A split that a page took, as it is stored.</summary>
internal sealed record SplitDocument(
    string Symbol,
    DateOnly Day,
    double NewSharesPerOld,
    DateTimeOffset From,
    bool RulesWait,
    DateTimeOffset? AskedAt
)
{
    public static SplitDocument FromSplit(TakenSplit taken) =>
        new(taken.Split.Symbol.Text, taken.Split.Day, taken.Split.NewSharesPerOld, taken.Split.From, taken.RulesWait, taken.AskedAt);

    public TakenSplit ToSplit() => new(new ShareSplit(Core.Market.Symbol.Parse(Symbol), Day, NewSharesPerOld, From), RulesWait, AskedAt);
}
