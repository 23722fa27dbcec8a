using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>
/// Ana and Ben have four rules on the symbols and the basket. Subscriptions: Ana's fall, her price and her basket both ways; Ben's fall and
/// rise: six rows.
/// </summary>
public sealed class RebuilderTests
{
    private readonly GivenAccount _account = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_ChangesNothing_WhenAllIsThere()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);
        var before = await _account.DerivedAsync();

        (await RunAsync()).ShouldBe(
            "subscriptions there 6, subscriptions added 0, subscriptions removed 0, levels added 0, levels removed 0"
        );

        (await _account.DerivedAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RunAsync_PutsBackSubscriptionsAndLevels_WhenTheirTablesAreLost()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);
        var before = await _account.DerivedAsync();
        await GivenAccount.EmptyAsync(_account.Tables.Subscriptions, _ => true);
        await GivenAccount.EmptyAsync(_account.Tables.Market, _ => true);

        var levels = before.Count(row => row.StartsWith("level ", StringComparison.Ordinal));
        var expected = $"subscriptions there 0, subscriptions added 6, subscriptions removed 0, levels added {levels}, levels removed 0";
        (await RunAsync(dryRun: true)).ShouldBe(expected);
        (await _account.DerivedAsync()).ShouldBeEmpty("a dry run writes nothing");

        (await RunAsync()).ShouldBe(expected);

        (await _account.DerivedAsync()).ShouldBe(before);
        (await RunAsync()).ShouldBe(
            "subscriptions there 6, subscriptions added 0, subscriptions removed 0, levels added 0, levels removed 0"
        );
    }

    [Fact]
    public async Task RunAsync_RemovesWhatNoProfileHas()
    {
        await _account.EnterAsync(GivenAccount.Ana, GivenAccount.Ben);
        var before = await _account.DerivedAsync();
        await _account.EnterAsync(new Subscriber("carl@example.com", "Europe/Berlin", [Rule.FromText("AMD falls 9% today")], null, false));
        await GivenAccount.EmptyAsync(
            _account.Tables.Subscribers,
            row => row.RowKey == TableKeys.ProfileOf(SubscriberId.FromAddress("carl@example.com"))
        );

        (await RunAsync(dryRun: true)).ShouldBe(
            "subscriptions there 7, subscriptions added 0, subscriptions removed 1, levels added 0, levels removed 1"
        );
        (await RunAsync()).ShouldBe(
            "subscriptions there 7, subscriptions added 0, subscriptions removed 1, levels added 0, levels removed 1"
        );

        (await _account.DerivedAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RunAsync_MovesASubscription_ThatLiesOnTheWrongSection()
    {
        await _account.EnterAsync(GivenAccount.Ben);
        var before = await _account.DerivedAsync();
        var nvda = Symbol.Parse("NVDA");
        var right = await _account.Catalogs.LoadAsync(Token);
        var wrong = new Catalog([], new Dictionary<Symbol, string> { [nvda] = "p0009" });
        var subscription = new Subscription(
            GivenAccount.Ben.Id,
            new RuleLevel(Target.OfSymbol(nvda), MetricId.DayMove, Direction.Down, new Level(50_000)),
            Rule.FromText("NVDA falls 5% today")
        );
        await _account.Subscriptions.RemoveAsync(subscription, right, Token);
        await _account.Subscriptions.AddAsync(subscription, wrong, Token);

        (await RunAsync()).ShouldBe(
            "subscriptions there 2, subscriptions added 1, subscriptions removed 1, levels added 0, levels removed 0"
        );

        (await _account.DerivedAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RunAsync_LeavesWhatWaitsForNews()
    {
        await _account.EnterAsync(GivenAccount.Ben);
        await _account.Awaiting.AddAsync(GivenRetention.Awaiting(GivenAccount.Ben.Id, GivenMarket.Day), Token);

        await RunAsync();

        (await _account.Awaiting.FindAsync(GivenAccount.Ben.Id, Token)).Count.ShouldBe(1);
    }

    // Without the catalog no rule can be read: what is there would all be removed.
    [Fact]
    public async Task RunAsync_DoesNothing_WhenTheCatalogIsLost()
    {
        await _account.EnterAsync(GivenAccount.Ben);
        var before = await _account.DerivedAsync();
        await GivenAccount.EmptyAsync(_account.Tables.Catalog, _ => true);
        var account = new GivenAccount(_account.Tables);

        (await account.Rebuilder.RunAsync(false, Token)).UnreadRules.ShouldBe(2);

        (await account.DerivedAsync()).ShouldBe(before);
    }

    private async Task<string> RunAsync(bool dryRun = false)
    {
        var report = await _account.Rebuilder.RunAsync(dryRun, Token);
        report.UnreadRules.ShouldBe(0);
        return string.Join(", ", report.Counts.Select(count => $"{count.Kind} {count.Count}"));
    }
}
