using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Functions.Messaging;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.Testing.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class CompositionTests
{
    public static TheoryData<Type> Functions =>
        [
            .. typeof(PollQuotes)
                .Assembly.GetTypes()
                .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), false))),
        ];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Build_CanMakeTheFunction_WhenTheAppIsComposed(Type function)
    {
        await using var services = GivenApp.Build();
        await using var scope = services.CreateAsyncScope();

        ActivatorUtilities.CreateInstance(scope.ServiceProvider, function).ShouldNotBeNull();
    }

    /// <summary>A start waits for nobody: what a function needs it asks for when it runs.</summary>
    [Fact]
    public async Task Build_AsksNobody_WhenAllFunctionsAreMade()
    {
        await using var server = await FakeServer.StartAsync();
        await using var services = GivenApp.Build(
            ("Storage:ConnectionString", $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint={server.Url}/a"),
            ("Quotes:Massive:ApiKey", "key"),
            ("Quotes:Massive:BaseUrl", server.Url),
            ("News:Halts:Address", $"{server.Url}/halts")
        );
        await using var scope = services.CreateAsyncScope();

        services.GetRequiredService<IStartupValidator>().Validate();
        Functions.Select(row => ActivatorUtilities.CreateInstance(scope.ServiceProvider, row.Data)).ToArray().Length.ShouldBeGreaterThan(0);
        server.Asked.ShouldBeEmpty();

        await services
            .GetRequiredService<ICatalogStore>()
            .LoadAsync(TestContext.Current.CancellationToken)
            .ShouldThrowAsync<Azure.RequestFailedException>();
        server.Asked.ShouldNotBeEmpty(); // It would have been seen.
    }

    [Fact]
    public void Functions_AreTheKnownOnes_WhenTheAppIsRead() =>
        Functions
            .Select(row => row.Data.Name)
            .Order()
            .ShouldBe([
                "Action",
                "CloseOfDay",
                "FlushDue",
                "FollowIncidents",
                "Health",
                "Housekeeping",
                "KeepHistory",
                "Notify",
                "PollBaskets",
                "PollNews",
                "PollQuotes",
                "ProofOfLife",
                "ReadFeed",
                "ReadQuotes",
                "RescaleRules",
                "RouteEvents",
                "Unsubscribe",
                "Watchdog",
            ]);

    // Halts always; splits from those that are asked for quotes and list them.
    [Theory]
    [InlineData("HaltEventSource")]
    [InlineData("HaltEventSource SplitEventSource", "Massive:ApiKey")]
    [InlineData(
        "HaltEventSource SplitEventSource SplitEventSource",
        "Massive:ApiKey",
        "Alpaca:ApiKey",
        "Alpaca:ApiSecret",
        "Tiingo:ApiKey"
    )]
    public async Task Build_JoinsHaltsAndSplits_WhenThereAreKeys(string expected, params string[] keys)
    {
        await using var services = GivenApp.Build([.. keys.Select(key => ($"Quotes:{key}", (string?)"key"))]);

        string.Join(' ', services.GetKeyedServices<IListingEventSource>("listing-events").Select(source => source.GetType().Name))
            .ShouldBe(expected);
        services.GetRequiredService<IListingEventSource>().ShouldBeOfType<ListingEventChain>();
    }

    [Fact]
    public async Task Build_TakesServiceBusAndTables_WhenTheAppIsComposed()
    {
        await using var services = GivenApp.Build();

        services.GetRequiredService<IMessagePublisher>().ShouldBeOfType<ServiceBusPublisher>();
        services.GetRequiredService<IProfileStore>().ShouldBeOfType<TableProfileStore>();
        services.GetRequiredService<TimeProvider>().ShouldBe(TimeProvider.System);
    }

    [Theory]
    [InlineData("Quotes:Massive:ApiKey", true)]
    [InlineData("Quotes:Finnhub:ApiKey", false)]
    [InlineData("Quotes:Stooq:DelaySeconds", false)] // No key at all: Stooq stands in.
    public async Task Build_HasDailyHistory_WhereASourceHas(string key, bool expected)
    {
        await using var services = GivenApp.Build((key, "900"));

        services.GetRequiredService<IDailyHistorySource>().IsThere.ShouldBe(expected);
    }
}
