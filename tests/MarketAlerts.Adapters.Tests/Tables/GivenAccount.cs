using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>Tables of its own with Ana and Ben in them, for what reads or removes all there is.</summary>
internal sealed class GivenAccount
{
    public static readonly Basket Chips = new("chips", [Symbol.Parse("NVDA"), Symbol.Parse("AMD")], null);

    public static readonly Subscriber Ana = new(
        "ana@example.com",
        "America/New_York",
        [Rule.FromText("NVDA falls 5% today"), Rule.FromText("#chips notable"), Rule.FromText("NVDA below 100 once")],
        null,
        false
    );

    public static readonly Subscriber Ben = new(
        "ben@example.com",
        "America/New_York",
        [Rule.FromText("NVDA falls 5% today"), Rule.FromText("AMD rises 4% today")],
        null,
        false
    );

    private readonly WantedLevelPlan _plan = new(new ThresholdOptions());

    public GivenAccount(TableSet? tables = null)
    {
        Tables = tables ?? new TableSet(TestStorage.Tables(), Prefix);
        Catalogs = new TableCatalogStore(Tables);
        Subscriptions = new TableSubscriptionStore(Tables);
        Subscribers = SubscriberStores.InTables(Tables, new DeliveryOptions { Buckets = 2 });
        Awaiting = new TableAwaitingNewsStore(Tables);
        Market = new TableMarketStore(Tables);
        Rules = new RuleRegistration(
            Catalogs,
            Subscriptions,
            Subscribers.Profiles,
            Subscribers.Onces,
            new LevelRegistration(Market, Subscriptions, _plan, new LateRuleFinder(new ThresholdOptions()), Time),
            Time
        );
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2025, 1, 27, 2, 0, 0, TimeSpan.Zero));

    /// <summary>What stands before the names of its tables.</summary>
    public string Prefix { get; } = TestStorage.OwnPrefix();

    public TableSet Tables { get; }

    public TableCatalogStore Catalogs { get; }

    public TableSubscriptionStore Subscriptions { get; }

    public SubscriberStores Subscribers { get; }

    public TableAwaitingNewsStore Awaiting { get; }

    public TableMarketStore Market { get; }

    public RuleRegistration Rules { get; }

    public Rebuilder Rebuilder => new(Catalogs, Subscribers.Profiles, Subscriptions, new LevelRebuild(Market, _plan));

    public Forgetter Forgetter => new(Subscribers.Profiles, Awaiting, Rules);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task EnterAsync(params Subscriber[] readers) =>
        Rules.EnterAsync(new WatchFile([Chips], Chips.Members.ToHashSet(), readers), Token);

    /// <summary>Every subscription, level and level of a basket, as text.</summary>
    public async Task<string[]> DerivedAsync()
    {
        var subscriptions = await Subscriptions.ReadAllAsync(Token).Select(row => $"{row.Section} {row.Subscription}").ToListAsync(Token);
        var (page, baskets) = (await Market.LoadLevelsAsync("p0000", Token), await Market.LoadBasketLevelsAsync(Token));
        return [.. subscriptions.Concat(TextOf(page)).Concat(TextOf(baskets)).Order(StringComparer.Ordinal)];
    }

    public static async Task<TableEntity[]> RowsAsync(Task<TableClient> table) =>
        await (await table).QueryAsync<TableEntity>(cancellationToken: Token).ToArrayAsync(Token);

    public static async Task EmptyAsync(Task<TableClient> table, Func<TableEntity, bool> which)
    {
        foreach (var row in (await RowsAsync(table)).Where(which))
        {
            await (await table).DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Token);
        }
    }

    private static IEnumerable<string> TextOf(WantedLevels levels) =>
        from target in levels.Targets
        from stream in levels.LevelsOf(target)
        from level in stream.Levels
        select $"level {target.Display} {stream.Metric} {stream.Direction} {level}";
}
