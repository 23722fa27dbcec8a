using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class NewsSourcesTests
{
    private static readonly FakeTimeProvider Today = new(new DateTimeOffset(2025, 1, 27, 22, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Build_HasAProviderForEveryKindOfFeed_AndOneClientForAll()
    {
        await using var services = GivenApp.Build();

        services.GetRequiredService<INewsSource>().ShouldBeOfType<FeedSource>();
        services.GetServices<IFeedProvider>().Select(provider => provider.Kind).ShouldBe(Enum.GetValues<FeedKind>(), ignoreOrder: true);
        services.GetServices<FeedClient>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(FeedKind.Edgar, "set News:Edgar:UserAgent.")]
    [InlineData(FeedKind.Alpaca, "set Quotes:Alpaca:ApiKey and Quotes:Alpaca:ApiSecret.")]
    [InlineData(FeedKind.Finnhub, "set Quotes:Finnhub:ApiKey.")]
    [InlineData(FeedKind.Massive, "set Quotes:Massive:ApiKey.")]
    public async Task ReadAsync_NamesTheSetting_WhenItIsMissing(FeedKind kind, string expected)
    {
        await using var services = GivenApp.Build();

        var error = await Should.ThrowAsync<FetchException>(() => ReadAsync(services, kind));

        (error.Fault, error.Message[^expected.Length..]).ShouldBe((FetchFault.Refused, expected));
    }

    [Theory]
    [InlineData("Alpaca")]
    [InlineData("Finnhub")]
    [InlineData("Massive")]
    public async Task ReadAsync_TakesTheKeyOfTheQuotes_WhetherOrNotTheyComeFromThere(string provider)
    {
        await using var server = await FakeServer.StartAsync(Answers.Text(provider is "Finnhub" ? "[]" : """{"news":[],"results":[]}"""));
        foreach (var source in (string[])["stooq", provider.ToLowerInvariant()])
        {
            await using var services = GivenApp.BuildAt(Today, [.. SettingsOf(provider, server.Url, 60), ("Quotes:Sources:0", source)]);
            await ReadAsync(services, Enum.Parse<FeedKind>(provider));
        }

        server.Asked.Count.ShouldBe(2);
    }

    // Of two calls a minute the quotes have made both.
    [Fact]
    public async Task ReadAsync_CountsInThePlanOfTheQuotes()
    {
        await using var server = await FakeServer.StartAsync(Answers.Text("""{"results":[]}"""));
        await using var services = GivenApp.BuildAt(Today, SettingsOf("Massive", server.Url, 2));
        services.GetRequiredKeyedService<CallBudget>("massive").Take(2).ShouldBeNull();

        (await Should.ThrowAsync<FetchException>(() => ReadAsync(services, FeedKind.Massive))).Fault.ShouldBe(FetchFault.Busy);

        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_RefusesAKeyWithWrongSettings_EvenIfOnlyNewsNeedIt()
    {
        await using var services = GivenApp.BuildAt(Today, ("Quotes:Sources:0", "stooq"), ("Quotes:Alpaca:ApiKey", "key"));

        Should
            .Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate())
            .Failures.ShouldHaveSingleItem()
            .ShouldContain("The ApiSecret field is required.");
    }

    private static (string Key, string? Value)[] SettingsOf(string provider, string url, int callsPerMinute) =>
        [
            ("News:AllowPrivateAddresses", "true"),
            ($"Quotes:{provider}:BaseUrl", url),
            ($"Quotes:{provider}:ApiKey", "key"),
            ($"Quotes:{provider}:ApiSecret", "secret"),
            ($"Quotes:{provider}:CallsPerMinute", callsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static Task<FeedAnswer> ReadAsync(ServiceProvider services, FeedKind kind) =>
        services
            .GetServices<IFeedProvider>()
            .Single(provider => provider.Kind == kind)
            .ReadAsync(new Feed("news", kind, null), FeedVersion.None, Token);
}
