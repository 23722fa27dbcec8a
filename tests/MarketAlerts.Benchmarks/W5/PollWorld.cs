using System.Globalization;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Baskets;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Benchmarks.W5;

/// <summary>The production composition with 10,000 symbols, quotes and messages in memory, and tables whose requests are counted.</summary>
internal sealed class PollWorld : IAsyncDisposable
{
    private const int WatchedBaskets = 10;
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 1, 27, 15, 0, 0, TimeSpan.Zero));
    private readonly KeptMessages _messages = new();

    public PollWorld()
    {
        Quotes = new SteppedQuotes(_time);
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
            .AddSingleton<IQuoteSource>(Quotes)
            .AddNoSources()
            .AddLogging()
            .AddSingleton<IMessagePublisher>(_messages)
            .BuildServiceProvider();
    }

    public RequestCounter Counter { get; } = new();

    public SteppedQuotes Quotes { get; }

    /// <summary>Baskets as the market has them, a rule on every basket's second member, and some baskets watched.</summary>
    public Task EnterAsync(CancellationToken cancellationToken)
    {
        var starts = MarketPlan.BasketStarts;
        var baskets = starts
            .Zip(
                starts.Skip(1),
                (from, before) =>
                    new Basket(
                        string.Create(CultureInfo.InvariantCulture, $"b{from:D5}"),
                        [.. Tickers.All.Skip(from).Take(before - from)],
                        null
                    )
            )
            .ToArray();
        var rules = baskets
            .Select(basket => $"{basket.Members[1]} falls 2% today")
            .Concat(baskets.Take(WatchedBaskets).Select(basket => $"#{basket.Name} median falls 2%"));
        var subscriber = new Subscriber("reader@example.com", "America/New_York", [.. rules.Select(Rule.FromText)], null, false);
        return Get<RuleRegistration>().EnterAsync(new WatchFile(baskets, new HashSet<Symbol>(), [subscriber]), cancellationToken);
    }

    /// <summary>
    /// One minute as the functions run it: plan, read every page, watch the baskets. Returns how many messages with events it published.
    /// </summary>
    public async Task<int> PollAsync(Progress progress, CancellationToken cancellationToken)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        await Get<QuotePlanner>().PlanAsync(cancellationToken);
        foreach (var page in _messages.Take()[QueueNames.QuotePages].Select(KeptMessages.PageOf))
        {
            progress.Step($"W5: reading page {page.Page}");
            await Get<QuotePoller>().ReadAsync(page, cancellationToken);
        }

        await Get<BasketPoller>().PollAsync(cancellationToken);
        return _messages.Take()[QueueNames.MarketEvents].Count();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
