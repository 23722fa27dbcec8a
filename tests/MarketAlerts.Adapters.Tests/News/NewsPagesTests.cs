using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Adapters.Tests.News.Contract;
using MarketAlerts.Core.News;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>News that come in pages, polled at 22:00 and the minutes after.</summary>
public sealed class NewsPagesTests
{
    public static TheoryData<string> Providers { get; } = ["Alpaca", "Massive"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Massive lists articles long after they came out.</summary>
    private static TimeSpan OverlapOf(string provider) => provider is "Massive" ? TimeSpan.FromHours(2) : TimeSpan.FromMinutes(5);

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReadAsync_ReadsAllPages_TheOldestFirst_AndBeginsAgainALittleEarlier(string provider)
    {
        await using var world = await WorldOf(
            provider,
            store =>
            {
                store.Add(2, "15:00:00");
                store.Add(1, "14:00:00");
                store.Add(3, "21:59:00");
            }
        );

        var answer = await ReadAsync(world, provider, FeedVersion.None);
        var again = await ReadAsync(world, provider, answer.Version);

        Ids(answer).ShouldBe([1, 2, 3]);
        (answer.NotModified, answer.Version).ShouldBe((false, FeedVersion.None with { ReadUntil = At("22:00:00") - OverlapOf(provider) }));
        Ids(again).ShouldBe([3]);
        again.Version.ReadUntil.ShouldBe(At("22:00:00") - OverlapOf(provider));
    }

    // Nine articles, two a page. Those of 10:00 share a second; the one of 21:58 shows four minutes late.
    [Theory]
    [InlineData("Alpaca", 2, 2_000)]
    [InlineData("Alpaca", 3, 2_000)]
    [InlineData("Alpaca", 10, 3)]
    [InlineData("Alpaca", 10, 2_000)]
    [InlineData("Massive", 2, 2_000)]
    [InlineData("Massive", 3, 2_000)]
    [InlineData("Massive", 10, 3)]
    [InlineData("Massive", 10, 2_000)]
    public async Task ReadAsync_SkipsNothing_WhenAPollEndsAtItsLimits(string provider, int mostPages, int mostItems)
    {
        await using var world = await WorldOf(
            provider,
            store =>
            {
                store.Add(1, "09:00:00");
                store.Add(2, "10:00:00");
                store.Add(3, "10:00:00");
                store.Add(4, "10:00:00");
                store.Add(5, "11:00:00");
                store.Add(6, "12:00:00");
                store.Add(7, "21:57:00");
                store.Add(8, "21:58:00", lateMinutes: 4);
                store.Add(9, "22:01:00");
            }
        );
        (world.Options.MostPages, world.Options.MostItems) = (mostPages, mostItems);
        var (version, read) = (FeedVersion.None, new HashSet<int>());

        for (var poll = 0; poll < 8; poll++, world.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            var answer = await ReadAsync(world, provider, version);
            answer.Version.ReadUntil.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(version.ReadUntil ?? DateTimeOffset.MinValue);
            version = answer.Version;
            read.UnionWith(Ids(answer));
        }

        read.Order().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        version
            .ReadUntil.ShouldNotBeNull()
            .ShouldBeInRange(At("22:07:00") - OverlapOf(provider), At("22:02:00"), "the last poll, of 22:07, read all");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReadAsync_ReadsOnFromTheLastArticle_WhenAPollEndsAtItsLimits(string provider)
    {
        await using var world = await WorldOf(
            provider,
            store => Enumerable.Range(1, 5).ToList().ForEach(id => store.Add(id, $"1{id}:00:00"))
        );
        world.Options.MostPages = 2;

        var answer = await ReadAsync(world, provider, FeedVersion.None);

        Ids(answer).ShouldBe([1, 2, 3, 4]);
        answer.Version.ReadUntil.ShouldBe(At("14:00:00"));
        world.Asked.ShouldBe(2);
    }

    // Three of one second, and a page of two a poll: reading on from that second would find the same two for ever.
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ReadAsync_IsTooLarge_WhenOneSecondHasMoreThanThePollMayRead(string provider)
    {
        await using var world = await WorldOf(provider, store => Enumerable.Range(1, 3).ToList().ForEach(id => store.Add(id, "10:00:00")));
        world.Options.MostPages = 1;
        var first = await ReadAsync(world, provider, FeedVersion.None);

        var error = await Should.ThrowAsync<FetchException>(() => ReadAsync(world, provider, first.Version));

        (first.Version.ReadUntil, error.Fault).ShouldBe((At("10:00:00"), FetchFault.TooLarge));
        error.Message.ShouldEndWith("raise News:MostPages and News:MostItems.");
    }

    [Theory]
    [InlineData(30, "2025-01-20T22:00:00Z")] // Too long ago: a week is read.
    [InlineData(6, "2025-01-21T22:00:00Z")]
    public async Task ReadAsync_AsksSinceTheVersion_AWeekAtMost(int daysAgo, string expected)
    {
        await using var world = await WorldOf("Alpaca", _ => { });

        await ReadAsync(world, "Alpaca", FeedVersion.None with { ReadUntil = GivenNews.Now.AddDays(-daysAgo) });

        world.Paths.ShouldBe([$"/v1beta1/news?start={expected}&sort=asc&limit=50&include_content=false"]);
    }

    [Fact]
    public async Task ReadAsync_KeepsWhatItRead_WhenTheProviderWantsAPauseAfterTheFirstPage()
    {
        await using var world = await FailingAtPage2(Answers.Status(429, 60));

        var answer = await ReadAsync(world, "Alpaca", FeedVersion.None);

        (Ids(answer).Length, answer.Version.ReadUntil).ShouldBe((1, At("14:00:00")));
        (await Should.ThrowAsync<FetchException>(() => ReadAsync(world, "Alpaca", answer.Version))).RetryAfter.ShouldBe(
            TimeSpan.FromSeconds(60)
        );
    }

    [Fact]
    public async Task ReadAsync_KeepsNothing_WhenALaterPageFails()
    {
        await using var world = await FailingAtPage2(Answers.Status(503));

        (await Should.ThrowAsync<FetchException>(() => ReadAsync(world, "Alpaca", FeedVersion.None))).Fault.ShouldBe(
            FetchFault.Unavailable
        );
    }

    [Fact]
    public async Task ReadAsync_KeepsTheVersion_WhenNothingChanged()
    {
        await using var world = await FeedWorld.StartAsync(Answers.Status(304));
        var version = FeedVersion.None with { ReadUntil = At("21:00:00") };

        var answer = await ReadAsync(world, "Alpaca", version);

        (answer.NotModified, answer.Version, answer.Articles.Count).ShouldBe((true, version, 0));
    }

    [Fact]
    public async Task ReadAsync_Ends_WhenTheNextPageIsOneThatWasRead()
    {
        await using var world = await FeedWorld.StartAsync(
            Answers.Text("""{"news":[{"id":1,"headline":"News","updated_at":"2025-01-27T14:00:00Z"}],"next_page_token":"again"}""")
        );

        var answer = await ReadAsync(world, "Alpaca", FeedVersion.None);

        (Ids(answer).ShouldHaveSingleItem(), answer.Version.ReadUntil, world.Asked).ShouldBe((1, At("14:00:00"), 2));
    }

    [Fact]
    public async Task ReadAsync_KeepsWhatItRead_WhenTheNextPageHasNoPossibleAddress()
    {
        var token = new string('x', 100_000);
        await using var world = await FeedWorld.StartAsync(
            Answers.Text($$"""{"news":[{"id":1,"headline":"News","updated_at":"2025-01-27T14:00:00Z"}],"next_page_token":"{{token}}"}""")
        );

        var answer = await ReadAsync(world, "Alpaca", FeedVersion.None);

        (Ids(answer).ShouldHaveSingleItem(), answer.Version.ReadUntil, world.Asked).ShouldBe((1, At("14:00:00"), 1));
    }

    private static async Task<FeedWorld> WorldOf(string provider, Action<GivenArticles> add)
    {
        var world = await FeedWorld.StartAsync(Answers.Status(404));
        var store = new GivenArticles(world.Clock);
        add(store);
        world.Answer = provider is "Alpaca" ? store.Alpaca : store.Massive;
        return world;
    }

    private static Task<FeedWorld> FailingAtPage2(RequestDelegate failure) =>
        FeedWorld.StartAsync(context =>
            (
                context.Request.Query.ContainsKey("page_token")
                    ? failure
                    : Answers.Text("""{"news":[{"id":1,"headline":"News","updated_at":"2025-01-27T14:00:00Z"}],"next_page_token":"2"}""")
            )(context)
        );

    private static Task<FeedAnswer> ReadAsync(FeedWorld world, string provider, FeedVersion version) =>
        GivenFeeds.ReadAsync(provider is "Alpaca" ? GivenFeeds.Alpaca(world) : GivenFeeds.Massive(world), version, Token);

    private static int[] Ids(FeedAnswer answer) =>
        [.. answer.Articles.Select(article => int.Parse(article.Id, System.Globalization.CultureInfo.InvariantCulture))];

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2025-01-27T{time}Z", System.Globalization.CultureInfo.InvariantCulture);
}
