using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class FeedClientTests
{
    private static readonly FeedVersion Version = new("W/\"abc\"", "Mon, 27 Jan 2025 14:31:00 GMT");

    [Fact]
    public async Task Get_SendsBothParts_WhenAVersionWasReadBefore()
    {
        var asked = new Dictionary<string, string>();
        await using var world = await FeedWorld.StartAsync(Recorded(asked, Answers.Status(304)));

        var answer = await GetAsync(world, Version);

        (asked["If-None-Match"], asked["If-Modified-Since"]).ShouldBe((Version.ETag, Version.LastModified));
        asked["User-Agent"].ShouldBe("MarketAlerts/1.0");
        asked["Accept"].ShouldStartWith("application/rss+xml");
        asked["Accept-Encoding"].ShouldContain("gzip");
        (answer.NotModified, answer.Version, answer.Articles.Count).ShouldBe((true, Version, 0));
    }

    [Fact]
    public async Task Get_GivesTheNewVersion_WhenTheFeedChanged()
    {
        await using var world = await FeedWorld.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"def\"";
            return Answers.Text(GivenNews.Rss, "text/xml")(context);
        });

        var answer = await GetAsync(world, Version);

        (answer.NotModified, answer.Version, answer.Articles.Count).ShouldBe((false, new FeedVersion("\"def\"", null), 2));
    }

    [Fact]
    public async Task Get_SendsNoVersion_WhenNothingWasReadYet()
    {
        var asked = new Dictionary<string, string>();
        await using var world = await FeedWorld.StartAsync(Recorded(asked, Answers.Text(GivenNews.Rss)));

        await GetAsync(world, FeedVersion.None);

        (asked.ContainsKey("If-None-Match"), asked.ContainsKey("If-Modified-Since")).ShouldBe((false, false));
    }

    [Fact]
    public async Task Get_SaysWhoAsks_WhenItIsRedirectedToAnotherHost()
    {
        var asked = new Dictionary<string, string>();
        await using var other = await FakeServer.StartAsync(Recorded(asked, Answers.Text(GivenNews.Rss)));
        await using var world = await FeedWorld.StartAsync(
            FeedAnswers.Redirect(other.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal))
        );

        (await GetAsync(world, Version)).Articles.Count.ShouldBe(2);

        (asked["User-Agent"], asked.ContainsKey("If-None-Match")).ShouldBe(("MarketAlerts/1.0", false));
    }

    private static Task<FeedAnswer> GetAsync(FeedWorld world, FeedVersion version) =>
        world.Client.GetAsync("wire", world.Address, version, TestContext.Current.CancellationToken);

    private static RequestDelegate Recorded(Dictionary<string, string> asked, RequestDelegate answer) =>
        context =>
        {
            foreach (var (name, value) in context.Request.Headers)
            {
                asked[name] = value.ToString();
            }

            return answer(context);
        };
}
