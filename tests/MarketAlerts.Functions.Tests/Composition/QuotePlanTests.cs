using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Universe;
using MarketAlerts.Functions.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MarketAlerts.Functions.Tests.Composition;

/// <summary>One symbol is watched, so a poll is one call.</summary>
public sealed class QuotePlanTests
{
    private readonly GivenStores _stores = new();

    [Theory]
    [InlineData(
        "tiingo",
        "CallsPerHour",
        "50",
        "tiingo: 1 symbols take 1 calls a poll; 60 polls an hour make 60, the plan allows 50 an hour."
    )]
    [InlineData("tiingo", "CallsPerHour", "60", null)]
    [InlineData("tiingo", "CallsPerHour", "", null)] // No such limit.
    [InlineData("stooq", "CallsPerDay", "405", null)] // 390 minutes of the session, and 15 more for a source that is 15 minutes late.
    [InlineData(
        "stooq",
        "CallsPerDay",
        "404",
        "stooq: 1 symbols take 1 calls a poll; 405 polls a day make 405, the plan allows 404 a day."
    )]
    public async Task Refusal_IsTold_WhenAPlanIsTooSmallForAPollAMinute(string source, string setting, string value, string? expected)
    {
        var refusal = await RefusalAsync(source, setting, value);

        (refusal?.Contains(expected ?? "?", StringComparison.Ordinal)).ShouldBe(expected is null ? null : true);
    }

    // 04:00 to 20:00 are 960 minutes.
    [Theory]
    [InlineData("960", null)]
    [InlineData("959", "960 polls a day make 960, the plan allows 959 a day.")]
    public async Task Refusal_CountsTheHoursBeforeAndAfter_WhenARuleAsksForThem(string perDay, string? expected)
    {
        _stores.Catalog = new Catalog([], _stores.Catalog.Pages, new HashSet<string> { "p0000" });

        var refusal = await RefusalAsync("stooq", "CallsPerDay", perDay);

        (refusal?.Contains(expected ?? "?", StringComparison.Ordinal)).ShouldBe(expected is null ? null : true);
    }

    /// <summary>A start asks for no data: without tables the app could not start, and nobody would hear why.</summary>
    [Fact]
    public async Task Build_HasNothingThatReadsTables_WhenTheHostStarts()
    {
        await using var services = Build("stooq", "CallsPerDay", "1");

        services.GetServices<IHostedService>().ShouldBeEmpty();
    }

    private async Task<string?> RefusalAsync(string source, string setting, string value)
    {
        await using var services = Build(source, setting, value);
        return services.GetRequiredService<IQuotePlan>().Refusal(_stores.Catalog);
    }

    private ServiceProvider Build(string source, string setting, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Quotes:Sources:0"] = source,
                    [$"Quotes:{source}:ApiKey"] = "key",
                    [$"Quotes:{source}:{setting}"] = value,
                }
            )
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICatalogStore>(_stores)
            .AddSingleton<IHealthStore>(_stores)
            .AddQuoteSources(configuration)
            .BuildServiceProvider();
    }

    private sealed class GivenStores : ICatalogStore, IHealthStore
    {
        public Catalog Catalog { get; set; } = new([], new Dictionary<Symbol, string> { [Symbol.Parse("NVDA")] = "p0000" });

        public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Catalog);

        public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => Task.FromResult(Catalog);

        public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SaveAsync(SourceHealth health, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<SourceHealth>>([]);
    }
}
