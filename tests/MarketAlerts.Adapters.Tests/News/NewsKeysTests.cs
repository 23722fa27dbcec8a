using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>Keys go into a header of the provider's own server, and nowhere else.</summary>
public sealed class NewsKeysTests
{
    public static TheoryData<string, string> Headers { get; } =
        new()
        {
            { "Alpaca", $"APCA-API-KEY-ID: {GivenFeeds.Key} APCA-API-SECRET-KEY: {GivenFeeds.Secret}" },
            { "Finnhub", $"X-Finnhub-Token: {GivenFeeds.Key}" },
            { "Massive", $"Authorization: Bearer {GivenFeeds.Key}" },
        };

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task ReadAsync_SendsTheKeyInAHeader_AndNotInThePath(string provider, string expected)
    {
        var seen = new List<string>();
        await using var world = await FeedWorld.StartAsync(
            Noting(seen, Answers.Text(provider is "Finnhub" ? "[]" : """{"news":[],"results":[]}"""))
        );

        await ReadAsync(world, provider);

        seen.ShouldBe([expected]);
        world.Paths.ShouldHaveSingleItem().ShouldNotContain(GivenFeeds.Key);
    }

    [Theory]
    [InlineData("Alpaca", "alpaca is not asked without a key: set Quotes:Alpaca:ApiKey and Quotes:Alpaca:ApiSecret.")]
    [InlineData("Finnhub", "finnhub is not asked without a key: set Quotes:Finnhub:ApiKey.")]
    [InlineData("Massive", "massive is not asked without a key: set Quotes:Massive:ApiKey.")]
    public async Task ReadAsync_AsksNobody_WhenThereIsNoKey(string provider, string message)
    {
        await using var world = await FeedWorld.StartAsync(Answers.Text("{}"));

        var error = await Should.ThrowAsync<FetchException>(() => ReadAsync(world, provider, ""));

        (error.Fault, error.Message, world.Asked).ShouldBe((FetchFault.Refused, message, 0));
    }

    [Theory]
    [InlineData("Alpaca", 200)]
    [InlineData("Alpaca", 403)]
    [InlineData("Finnhub", 200)]
    [InlineData("Finnhub", 401)]
    [InlineData("Massive", 200)]
    [InlineData("Massive", 401)]
    public async Task ReadAsync_TellsNoKey_WhenTheProviderRepeatsIt(string provider, int status)
    {
        await using var world = await FeedWorld.StartAsync(
            Answers.Text($$"""{"error":"{{GivenFeeds.Key}} and {{GivenFeeds.Secret}} are no keys"}""", status: status)
        );

        var error = await Should.ThrowAsync<FetchException>(() => ReadAsync(world, provider));

        error.Fault.ShouldBe(FetchFault.Refused);
        error.Message.ShouldContain("(key)");
        error.ToString().ShouldNotContain(GivenFeeds.Key);
    }

    [Theory]
    [InlineData("Alpaca")]
    [InlineData("Finnhub")]
    [InlineData("Massive")]
    public async Task ReadAsync_SendsNoKey_WhenItIsRedirectedToAnotherHost(string provider)
    {
        var seen = new List<string>();
        await using var other = await FakeServer.StartAsync(
            Noting(seen, Answers.Text(provider is "Finnhub" ? "[]" : """{"news":[],"results":[]}"""))
        );
        await using var world = await FeedWorld.StartAsync(
            FeedAnswers.Redirect(other.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))
        );

        await ReadAsync(world, provider);

        seen.ShouldBe([""]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{other}/v2/reference/news?cursor=2")]
    [InlineData("http://localhost:{own}/v2/reference/news?cursor=2")]
    [InlineData("https://127.0.0.1:{own}/v2/reference/news?cursor=2")]
    [InlineData("http://user@127.0.0.1:{own}/v2/reference/news?cursor=2")]
    [InlineData("http://127.0.0.1.example:{own}/v2/reference/news?cursor=2")]
    [InlineData("file:///etc/hostname")]
    [InlineData("no address")]
    public async Task ReadAsync_AsksNobodyElse_WhenTheNextPageIsAtAnotherHost(string next)
    {
        await using var other = await FakeServer.StartAsync(Answers.Text("""{"results":[]}"""));
        await using var world = await FeedWorld.StartAsync(Answers.Status(404));
        next = next.Replace("{own}", PortOf(world.Url), StringComparison.Ordinal)
            .Replace("{other}", PortOf(other.Url), StringComparison.Ordinal);
        world.Answer = Answers.Text(
            $$"""{"results":[{"id":"1","title":"News","published_utc":"2025-01-27T14:00:00Z"}],"next_url":"{{next}}"}"""
        );

        var answer = await GivenFeeds.ReadAsync(GivenFeeds.Massive(world), FeedVersion.None, TestContext.Current.CancellationToken);

        (answer.Articles.Count, answer.Version.ReadUntil).ShouldBe(
            (1, new DateTimeOffset(2025, 1, 27, 14, 0, 0, TimeSpan.Zero)),
            "the next poll reads on"
        );
        (world.Asked, other.Asked.Count).ShouldBe((1, 0));
    }

    // Of three calls a minute half, that is one, is for what can wait: one page is read, and then none.
    [Fact]
    public async Task ReadAsync_StopsWhereThePlanEnds()
    {
        await using var world = await FeedWorld.StartAsync(
            Answers.Text("""{"news":[{"id":1,"headline":"News","updated_at":"2025-01-27T14:00:00Z"}],"next_page_token":"2"}""")
        );
        var reader = GivenFeeds.Alpaca(world, GivenFeeds.Key, new CallBudget(3, null, world.Clock));
        var answer = await GivenFeeds.ReadAsync(reader, FeedVersion.None, TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<FetchException>(() =>
            GivenFeeds.ReadAsync(reader, answer.Version, TestContext.Current.CancellationToken)
        );

        (answer.Articles.Count, world.Asked).ShouldBe((1, 1));
        (error.Fault, error.RetryAfter, error.Message).ShouldBe(
            (
                FetchFault.Busy,
                TimeSpan.FromMinutes(1),
                "alpaca is not asked: the calls of its plan are used up (3 a minute, any number a day)."
            )
        );
    }

    private static Task<FeedAnswer> ReadAsync(FeedWorld world, string provider, string key = GivenFeeds.Key) =>
        GivenFeeds.ReadAsync(
            provider switch
            {
                "Alpaca" => GivenFeeds.Alpaca(world, key),
                "Finnhub" => GivenFeeds.Finnhub(world, key),
                _ => GivenFeeds.Massive(world, key),
            },
            FeedVersion.None,
            TestContext.Current.CancellationToken
        );

    private static string PortOf(string url) => new Uri(url).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static RequestDelegate Noting(List<string> seen, RequestDelegate answer) =>
        context =>
        {
            seen.Add(
                string.Join(
                    ' ',
                    new[] { "APCA-API-KEY-ID", "APCA-API-SECRET-KEY", "Authorization", "X-Finnhub-Token" }
                        .Where(context.Request.Headers.ContainsKey)
                        .Select(name => $"{name}: {context.Request.Headers[name]}")
                )
            );
            return answer(context);
        };
}
