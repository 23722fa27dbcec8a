using MarketAlerts.Adapters.Tables;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.W5;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>The production composition with the real tables on Azurite; messages stay in memory, and what is sent is counted.</summary>
internal sealed class HerdWorld : IAsyncDisposable
{
    private const int ConcurrentMessages = 16; // As host.json has it.
    private const int ConcurrentFlushes = 4;
    private const int MostRounds = 20;
    private const double PreviousClose = 100;
    private static readonly DateTimeOffset Start = new(2025, 1, 27, 15, 0, 0, TimeSpan.Zero);

    private readonly HerdPlan _plan;
    private readonly FakeTimeProvider _time = new(Start);
    private readonly KeptMessages _messages = new();
    private readonly CountingChannel _channel = new();
    private readonly HerdCatalog _catalog;
    private readonly ServiceProvider _services;
    private readonly List<(MarketPage Page, LevelIndex Levels)> _pages = [];

    public HerdWorld(HerdPlan plan)
    {
        (_plan, _catalog) = (plan, new HerdCatalog(plan.Symbols));
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = TestAccount.ConnectionString,
            ["Links:BaseUrl"] = "http://127.0.0.1:1",
            ["Links:SigningKey"] = TestKeys.Signing,
        };
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddMarketAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TestAccount.Tables(Counter))
            .AddSingleton<ICatalogStore>(_catalog)
            .AddSingleton<IMessagePublisher>(_messages)
            .AddSingleton<IChannel>(_channel)
            .AddNoSources()
            .AddLogging()
            .BuildServiceProvider();
    }

    public RequestCounter Counter { get; } = new();

    /// <summary>Loads rules and subscribers, and polls the minute before, in which nothing is crossed.</summary>
    public async Task LoadAsync(Progress progress, CancellationToken cancellationToken)
    {
        await HerdRows.LoadAsync(_plan, _catalog.Catalog, Get<TableSet>(), Get<IProfileStore>(), progress, cancellationToken);
        _pages.AddRange(_catalog.Catalog.PageNames.Select(PageOf));
        Detect(_ => -0.1);
    }

    /// <summary>The herd's minute: detects every page, saves it and publishes its crossings. Returns how many there are.</summary>
    public async Task<int> DetectAsync(CancellationToken cancellationToken)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        Detect(symbol => _plan.Moves[symbol]);
        var crossings = _pages.Sum(page => page.Page.Pending.Count);
        foreach (var (page, _) in _pages)
        {
            (page.Poll, page.SeenAt) = (_time.GetUtcNow(), _time.GetUtcNow());
            await Get<IMarketStore>().SavePageAsync(page, [], cancellationToken);
            await Get<EventPublisher>()
                .PublishAsync(page.Name, page.Poll!.Value, PageEvents.EventsOn(page, Get<ThresholdOptions>()), cancellationToken);
        }

        return crossings;
    }

    /// <summary>Routes what was published, until everything is filed. Returns how many messages that were.</summary>
    public async Task<int> RouteAsync(CancellationToken cancellationToken)
    {
        var published = _messages.Take()[QueueNames.MarketEvents].ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentMessages, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            published,
            options,
            async (message, token) =>
                await Get<EventRouter>().RouteAsync(message.Id, MessageCodec.Read<MarketEvents>(message.Content).Body, token)
        );
        return published.Length;
    }

    /// <summary>Flushes all buckets until nothing waits.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        _time.Advance(TimeSpan.FromMinutes(3));
        var options = new ParallelOptions { MaxDegreeOfParallelism = ConcurrentFlushes, CancellationToken = cancellationToken };
        var deliveries = Get<IDeliveryStore>();
        var buckets = (await Get<IProfileStore>().BucketsAsync(cancellationToken)).All;
        for (var round = 0; round < MostRounds; round++)
        {
            await Parallel.ForEachAsync(buckets, options, async (bucket, token) => await Get<Notifier>().FlushAsync(bucket, token));
            var waiting = await Task.WhenAll(buckets.Select(bucket => deliveries.GetWaitingAsync(bucket, cancellationToken)));
            if (waiting.All(rows => rows.Count is 0))
            {
                return;
            }
        }

        throw new BenchmarkException($"W4h: after {MostRounds} rounds of flushes something still waits.");
    }

    /// <summary>Every subscriber must have been told once.</summary>
    public void Check()
    {
        if (_plan.Subscribers.FirstOrDefault(reader => _channel.CountOf(reader) is not 1) is { } other)
        {
            throw new BenchmarkException($"W4h: {other} has {_channel.CountOf(other)} mails, not one.");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void Detect(Func<int, double> percentOf)
    {
        var first = 0;
        foreach (var (page, levels) in _pages)
        {
            Quote[] quotes = [.. page.Symbols.Select((state, row) => QuoteOf(state.Symbol, percentOf(first + row)))];
            Get<PageDetector>().Detect(new PagePoll(page, quotes, [], levels, _catalog.Catalog, _time.GetUtcNow(), TimeSpan.Zero));
            first += quotes.Length;
        }
    }

    private Quote QuoteOf(Symbol symbol, double percent) =>
        new(
            symbol,
            _time.GetUtcNow(),
            Math.Round(PreviousClose * (1 + (percent / 100)), 4),
            PreviousClose,
            PreviousClose,
            null,
            PreviousClose,
            1_000_000
        );

    private (MarketPage Page, LevelIndex Levels) PageOf(string name)
    {
        var symbols = _catalog.Catalog.SymbolsOn(name);
        var (page, wanted) = (new MarketPage(name), new WantedLevels());
        page.Include(symbols);
        foreach (
            var subscription in _plan
                .Subscriptions.SelectMany(subscriptions => subscriptions)
                .GroupBy(subscription => subscription.RuleLevel.Target)
                .Where(rules => rules.Key.Symbol is { } symbol && symbols.Contains(symbol))
        )
        {
            wanted.Add(
                subscription.Key,
                MetricId.DayMove,
                Direction.Down,
                subscription.Select(rule => rule.RuleLevel.Level.Units).Distinct()
            );
        }

        return (page, LevelIndex.Build(symbols, wanted, _catalog.Catalog, name));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
