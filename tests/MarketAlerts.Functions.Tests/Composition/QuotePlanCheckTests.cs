using MarketAlerts.Core.Health;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Functions.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MarketAlerts.Functions.Tests.Composition;

/// <summary>One symbol is watched, so a poll is one call.</summary>
public sealed class QuotePlanCheckTests
{
    private readonly GivenStores _stores = new();

    [Theory]
    [InlineData("tiingo", "CallsPerHour", "50", "tiingo: 1 symbols take 1 calls a poll; 60 polls an hour make 60, the plan allows 50 an hour.")]
    [InlineData("tiingo", "CallsPerHour", "60", null)]
    [InlineData("tiingo", "CallsPerHour", "", null)] // No such limit.
    [InlineData("stooq", "CallsPerDay", "405", null)] // 390 minutes of the session, and 15 more for a source that is 15 minutes late.
    [InlineData("stooq", "CallsPerDay", "404", "stooq: 1 symbols take 1 calls a poll; 405 polls a day make 405, the plan allows 404 a day.")]
    public async Task StartAsync_RefusesAPlan_ThatIsTooSmallForAPollAMinute(string source, string setting, string value, string? expected)
    {
        var refusal = await Record.ExceptionAsync(() => StartAsync(source, setting, value));

        (refusal?.Message.Contains(expected ?? "?", StringComparison.Ordinal)).ShouldBe(expected is null ? null : true);
    }

    // 04:00 to 20:00 are 960 minutes.
    [Theory]
    [InlineData("960", null)]
    [InlineData("959", "960 polls a day make 960, the plan allows 959 a day.")]
    public async Task StartAsync_CountsTheHoursBeforeAndAfter_WhenARuleAsksForThem(string perDay, string? expected)
    {
        _stores.Catalog = new Catalog([], _stores.Catalog.Pages, new HashSet<string> { "p0000" });

        var refusal = await Record.ExceptionAsync(() => StartAsync("stooq", "CallsPerDay", perDay));

        (refusal?.Message.Contains(expected ?? "?", StringComparison.Ordinal)).ShouldBe(expected is null ? null : true);
    }

    private async Task StartAsync(string source, string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Quotes:Sources:0"] = source, [$"Quotes:{source}:ApiKey"] = "key", [$"Quotes:{source}:{setting}"] = value,
        }).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICatalogStore>(_stores)
            .AddSingleton<IHealthStore>(_stores)
            .AddQuoteSources(configuration)
            .BuildServiceProvider();
        await services.GetServices<IHostedService>().ShouldHaveSingleItem().StartAsync(TestContext.Current.CancellationToken);
    }

    private sealed class GivenStores : ICatalogStore, IHealthStore
    {
        public Catalog Catalog { get; set; } = new([], new Dictionary<Symbol, string> { [Symbol.Parse("NVDA")] = "p0000" });

        public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Catalog);

        public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => Task.FromResult(Catalog);

        public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SaveAsync(SourceHealth health, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceHealth>>([]);
    }
}
