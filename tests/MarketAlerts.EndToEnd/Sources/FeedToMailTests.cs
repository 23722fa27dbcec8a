using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.EndToEnd.Sources;

/// <summary>
/// From an RSS feed over HTTP to the mail, in the production composition: what the feed holds at first, what is new in it, and a feed that
/// breaks and comes back.
/// </summary>
public sealed class FeedToMailTests
{
    private const string Old =
        "<item><title>Nvidia was quiet</title><guid>old</guid><pubDate>Mon, 27 Jan 2025 14:00:00 GMT</pubDate></item>";
    private const string News =
        "<item><title>Nvidia &lt;b&gt;plunges&lt;/b&gt; 12% as DeepSeek rattles "
        + "chips</title><link>https://news.example/a</link><guid>new</guid><pubDate>Mon, 27 Jan 2025 14:30:00 GMT</pubDate></item>";

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_MailsWhatIsNew_OnceAndNotTheBaseline()
    {
        await using var server = await FakeServer.StartAsync(Rss(Old));
        await using var desk = await OpenAsync(server, "news NVDA", "news \"DeepSeek\"");

        await PollAsync(desk);
        server.Answer = Rss(Old, News);
        await PollAsync(desk);
        await PollAsync(desk);
        await FlushAsync(desk);

        var mail = desk.Channel.Got.ShouldHaveSingleItem();
        mail.Content.Headline.ShouldBe("News on NVDA: Nvidia plunges 12% as DeepSeek rattles chips (wire)");
        mail.Rules.Select(rule => rule.Text).ShouldBe(["news NVDA", "news \"DeepSeek\""], ignoreOrder: true);
        mail.Content.Published!.Lines.Select(line => line.Title)
            .ShouldBe(["Nvidia plunges 12% as DeepSeek rattles chips", "Nvidia was quiet"]);
        (await desk.Get<IHealthStore>().ReadAllAsync(Stopping)).ShouldContain(source => source.Source == "feeds.wire");
    }

    [Fact]
    public async Task Read_MailsWhatWasMissed_WhenTheFeedIsBackAfterGarbage()
    {
        await using var server = await FakeServer.StartAsync(Rss(Old));
        await using var desk = await OpenAsync(server, "news NVDA");
        await PollAsync(desk);

        foreach (
            var answer in new[]
            {
                Answers.Status(503),
                Answers.Html(),
                Answers.Truncated("<rss><channel><item><title>Nvidia halved", "application/rss+xml"),
            }
        )
        {
            server.Answer = answer;
            await PollAsync(desk);
        }

        server.Answer = Rss(News);
        await PollAsync(desk);
        await FlushAsync(desk);

        desk.Channel.Got.ShouldHaveSingleItem().Content.Headline.ShouldStartWith("News on NVDA: Nvidia plunges 12%");
    }

    // NVDA gaps down at 14:30; the news comes a minute later and makes the rule true.
    [Fact]
    public async Task Route_FiresAndNews_WhenTheNewsComesAfterTheMove()
    {
        await using var server = await FakeServer.StartAsync(Rss(Old));
        await using var desk = await OpenAsync(server, "NVDA falls 10% today and news \"DeepSeek\" once");
        await PollAsync(desk);
        await desk.RouteTheOpeningAsync(Stopping);
        await FlushAsync(desk);
        desk.Channel.Got.ShouldBeEmpty();

        server.Answer = Rss(News);
        await PollAsync(desk);
        await FlushAsync(desk);

        var mail = desk.Channel.Got.ShouldHaveSingleItem();
        (mail.Content.IncidentId, mail.Kind).ShouldBe(("NVDA-down-20250127", MailKind.Opened));
        mail.Content.Published!.Lines.Select(line => line.Title)
            .ShouldBe(["Nvidia plunges 12% as DeepSeek rattles chips", "Nvidia was quiet"]);
    }

    private static async Task<FlushWorld> OpenAsync(FakeServer server, params string[] rules)
    {
        var desk = await FlushWorld.OpenAsync(Stopping);
        var watch = new WatchFile(
            [],
            new HashSet<Symbol> { Symbol.Parse("NVDA") },
            [new Subscriber("ada@example.com", "America/New_York", [.. rules.Select(Rule.FromText)], null, false)]
        )
        {
            Feeds = [new Feed("wire", FeedKind.Rss, new Uri(server.Url + "/rss"))],
        };
        await desk.Get<RuleRegistration>().EnterAsync(watch, Stopping);
        return desk;
    }

    /// <summary>A minute passes, the feed is read, and what it made is routed.</summary>
    private static async Task PollAsync(FlushWorld world)
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var before = world.Published.Count;
        await world.Get<NewsPlanner>().PlanAsync(Stopping);
        await world.Get<FeedPoller>().ReadAsync(MessageCodec.Read<FeedPoll>(world.Published[before].Content).Body, Stopping);
        foreach (var message in world.Published.Skip(before + 1).ToArray().Where(message => message.Queue is QueueNames.MarketEvents))
        {
            await world.Get<EventRouter>().RouteAsync(message.Id, MessageCodec.Read<MarketEvents>(message.Content).Body, Stopping);
        }
    }

    private static Task FlushAsync(FlushWorld world)
    {
        world.Time.Advance(TimeSpan.FromMinutes(3));
        return world.FlushAsync(Stopping);
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Rss(params string[] items) =>
        Answers.Text($"<rss version=\"2.0\"><channel><title>Wire</title>{string.Concat(items)}</channel></rss>", "application/rss+xml");
}
