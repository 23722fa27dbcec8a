using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.History;
using MarketAlerts.Testing.Azurite;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Composition;

/// <summary>
/// Daily history of 30 symbols in 3 sessions, from Massive's free plan of 5 calls a minute, through the clients of the app: 3 calls, of
/// which a minute has 2 to spare.
/// </summary>
public sealed class HistoryBudgetTests : IAsyncLifetime
{
    private static readonly DateOnly[] Sessions = [new(2025, 1, 22), new(2025, 1, 23), new(2025, 1, 24)];
    private static readonly Symbol[] Watched = [.. Enumerable.Range(10, 30).Select(number => Symbol.Parse($"S{number}"))];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 27, 12, 0, 0, TimeSpan.Zero));
    private FakeServer _server = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeServer.StartAsync(
            Answers.Text("""{"results":[{"T":"S10","c":142.62,"v":1000,"t":1737752400000}],"status":"OK"}""")
        );
        _services = GivenApp.BuildAt(
            _clock,
            ("Storage:ConnectionString", TestStorage.ConnectionString),
            ("Quotes:Massive:ApiKey", "key"),
            ("Quotes:Massive:BaseUrl", _server.Url)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task GetAsync_TakesTwoCallsAMinute_AndGoesOnInTheNext()
    {
        (await AskAsync()).ShouldBe((0, 2));
        (await AskAsync()).ShouldBe((0, 2));
        _clock.Advance(TimeSpan.FromMinutes(1));

        (await AskAsync()).ShouldBe((30, 3));
    }

    [Fact]
    public async Task GetAsync_LeavesTheOtherCallsToThePolls()
    {
        await AskAsync();
        _server.Answer = Answers.Text(
            """{"tickers":[{"ticker":"S10","lastTrade":{"p":100,"t":1737979200000000000},"prevDay":{"c":100}}],"status":"OK"}"""
        );

        for (var poll = 0; poll < 3; poll++)
        {
            (await _services.GetRequiredService<QuoteChain>().GetAsync([Watched[0]], Token)).Quotes.Count.ShouldBe(1);
        }

        _server.Asked.Count.ShouldBe(5);
    }

    // The history is left alone as long as it asks; the quotes have a client of their own.
    [Fact]
    public async Task GetAsync_KeepsThePollsGoing_WhenTheHistoryFails()
    {
        _server.Answer = context =>
            context.Request.Path.Value!.Contains("/aggs/", StringComparison.Ordinal)
                ? Answers.Status(503, retryAfterSeconds: 3600)(context)
                : Answers.Text(
                    """{"tickers":[{"ticker":"S10","lastTrade":{"p":100,"t":1737979200000000000},"prevDay":{"c":100}}],"status":"OK"}"""
                )(context);
        for (var minute = 0; minute < 6; minute++)
        {
            await AskAsync();
            (await _services.GetRequiredService<QuoteChain>().GetAsync([Watched[0]], Token)).Quotes.Count.ShouldBe(1);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        _server.Asked.Count(path => path.Contains("/aggs/", StringComparison.Ordinal)).ShouldBe(1, "an hour's pause was asked for");
    }

    private async Task<(int Told, int Calls)> AskAsync()
    {
        var told = await _services.GetRequiredService<IDailyHistorySource>().GetAsync(Watched, Sessions, Token);
        return (told.Count, _server.Asked.Count);
    }
}
