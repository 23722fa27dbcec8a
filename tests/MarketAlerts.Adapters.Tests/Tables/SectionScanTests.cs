using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>A section with 40 symbols and three rules each; what is crossed is asked for together.</summary>
public sealed class SectionScanTests : IAsyncLifetime
{
    private readonly TableSubscriptionStore _store = new(TestStorage.TableSet());
    private readonly Catalog _catalog;
    private readonly string _section;
    private readonly Symbol[] _symbols;

    public SectionScanTests()
    {
        Symbol[] all =
        [
            .. Enumerable.Range(0, 26 * 26).Select(number => Symbol.Parse($"S{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}")),
        ];
        var page = TestStorage.Unique("page");
        _catalog = new Catalog([], all.ToDictionary(symbol => symbol, _ => page));
        _section = _catalog.SectionOf(Target.OfSymbol(all[0]));
        _symbols = [.. all.Where(symbol => _catalog.SectionOf(Target.OfSymbol(symbol)) == _section).Take(40)];
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<Subscription> Rules =>
        from symbol in _symbols
        from level in (long[])[20_000, 50_000, 90_000]
        select new Subscription(
            SubscriberId.FromAddress($"{symbol}@example.com"),
            new RuleLevel(Target.OfSymbol(symbol), MetricId.DayMove, Direction.Down, new Level(level)),
            Rule.FromText("a rule")
        );

    /// <summary>Each symbol fell by 6 %, but the last one by 10 %.</summary>
    private CrossedRange[] Crossed =>
        [
            .. _symbols.Select(symbol => new CrossedRange(
                Target.OfSymbol(symbol),
                MetricId.DayMove,
                Direction.Down,
                new LevelRange(1, symbol == _symbols[^1] ? 100_001 : 60_001)
            )),
        ];

    public async ValueTask InitializeAsync()
    {
        foreach (var subscription in Rules)
        {
            await _store.AddAsync(subscription, _catalog, Token);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task FindAsync_AnswersEachRange_WhenAPageIsReadTogether()
    {
        CrossedRange other = new(Target.OfSymbol(_symbols[0]), MetricId.DayMove, Direction.Up, LevelRange.All);

        var found = await _store.FindAsync([.. Crossed, other], _catalog, Token);

        LevelsOf(found.SkipLast(1)).ShouldBe([.. Enumerable.Repeat("20000 50000", 39), "20000 50000 90000"]);
        found[^1].ShouldBeEmpty();
    }

    [Fact]
    public async Task FindAsync_FindsTheSame_WhenEachRangeIsReadByItself()
    {
        var together = await _store.FindAsync(Crossed, _catalog, Token);

        foreach (var (range, found) in Crossed.Zip(together))
        {
            (await _store.FindAsync([range], _catalog, Token))[0].ShouldBe(found);
        }
    }

    /// <summary>
    /// 120 rows, 4 a request, and of 40 ranges at most 20 requests: 80 rows are read, which is 26 symbols and 2 rows of another.
    /// </summary>
    [Fact]
    public async Task ReadAsync_LeavesTheRest_WhenTheSectionIsLong()
    {
        var found = new IReadOnlyList<Subscription>[40];
        var table = await TestStorage.TableSet().Subscriptions;

        var left = await new SectionScan(Crossed, [.. Enumerable.Range(0, 40)], found, rowsPerRequest: 4).ReadAsync(
            table,
            TableKeys.SubscriptionsOf(_section, MetricId.DayMove, Direction.Down),
            Token
        );

        left.Order().ShouldBe(Enumerable.Range(26, 14));
        LevelsOf(found[..26]).ShouldAllBe(levels => levels == "20000 50000");
    }

    private static IEnumerable<string> LevelsOf(IEnumerable<IReadOnlyList<Subscription>> found) =>
        found.Select(subscriptions => string.Join(' ', subscriptions.Select(subscription => subscription.RuleLevel.Level.Units)));
}
