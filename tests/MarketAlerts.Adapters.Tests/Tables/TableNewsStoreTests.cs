using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Tagging;
using MarketAlerts.Core.Rules;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableNewsStoreTests
{
    private static int _minutes;

    private readonly TableNewsStore _store = new(TestStorage.TableSet());
    private readonly Target _topic = Target.OfTopic(TestStorage.Unique("topic"));

    // All tests share the partition of all stories: each has a time of its own.
    private readonly DateTimeOffset _seen = new DateTimeOffset(2025, 1, 27, 14, 0, 0, TimeSpan.Zero).AddDays(
        Interlocked.Increment(ref _minutes)
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAsync_KeepsEverything_WhenAStoryIsReadBack()
    {
        var article = new Article(
            "wire",
            "id/with #?\\ signs",
            "Nvidia falls 17% – ‘rout’",
            "Summary.",
            new Uri("https://news.example/a?b=c"),
            _seen.AddMinutes(-5),
            _seen,
            [Symbol.Parse("NVDA"), Symbol.Parse("BRK.B")]
        )
        {
            Precision = TimePrecision.AtTheLatest,
        };
        var story = new Story("id1", article, _seen, ["wire", "other"])
        {
            Marks = [1, ulong.MaxValue],
            Targets = [_topic, Target.OfSymbol(Symbol.Parse("T-NEWS-1"))],
            Claims = [new PercentClaim(Symbol.Parse("NVDA"), -17, "falls 17%"), new PercentClaim(null, 3, "rose 3%")],
            Status = StoryStatus.Corrected,
            ChangedAt = _seen.AddMinutes(1),
        };

        await _store.AddAsync([story], Token);

        foreach (var stored in (Story[])[(await AboutAsync(_seen.AddHours(-1))).Single(), (await RecentAsync()).Single()])
        {
            stored.First.Symbols.ShouldBe(article.Symbols);
            (stored.First with { Symbols = article.Symbols }).ShouldBe(article);
            (stored.Id, stored.SeenAt, stored.Status, stored.ChangedAt).ShouldBe((story.Id, story.SeenAt, story.Status, story.ChangedAt));
            stored.Sources.ShouldBe(story.Sources);
            stored.Marks.ShouldBe(story.Marks);
            stored.Targets.ShouldBe(story.Targets);
            stored.Claims.ShouldBe(story.Claims);
        }
    }

    [Fact]
    public async Task AddAsync_KeepsWhatIsMissing_AsMissing()
    {
        await _store.AddAsync(
            [new Story("id1", new Article("wire", "1", "", "", null, null, null, []), _seen, ["wire"]) { Targets = [_topic] }],
            Token
        );

        var stored = (await AboutAsync(_seen)).Single();
        (
            stored.First.Link,
            stored.First.PublishedAt,
            stored.First.UpdatedAt,
            stored.ChangedAt,
            stored.First.Symbols.Count,
            stored.Claims.Count
        ).ShouldBe((null, null, null, null, 0, 0));
    }

    [Fact]
    public async Task LoadAsync_GivesTheNewestFirst_AsManyAsAskedForAndNoOlder()
    {
        await _store.AddAsync([Story("a", 1), Story("c", 3), Story("b", 2), Story("d", 4)], Token);

        (await AboutAsync(_seen.AddMinutes(-3))).Select(story => story.Id).ShouldBe(["a", "b", "c"]);
        (await _store.LoadAsync(_topic, _seen.AddMinutes(-3), _seen, 2, Token)).Select(story => story.Id).ShouldBe(["a", "b"]);
        (await _store.LoadAsync(_topic, _seen.AddMinutes(-3), _seen.AddMinutes(-2), 9, Token))
            .Select(story => story.Id)
            .ShouldBe(["b", "c"]);
        (await _store.LoadAsync(Target.OfTopic(TestStorage.Unique("nobody")), _seen, DateTimeOffset.MaxValue, 9, Token)).ShouldBeEmpty();
    }

    // Two instances: one adds a carrier, the other sees the retraction; neither loses the other's.
    [Fact]
    public async Task ChangeAsync_UnitesWhatInstancesKnow_UnderEverythingTheStoryIsAbout()
    {
        var story = Story("a", 1);
        await _store.AddAsync([story], Token);

        await _store.ChangeAsync(
            story with
            {
                Status = StoryStatus.Retracted,
                ChangedAt = _seen.AddMinutes(1),
                First = story.First with { Title = "RETRACTED" },
            },
            Token
        );
        var united = await _store.ChangeAsync(story with { Sources = ["wire", "other"] }, Token);

        foreach (var stored in (Story[])[united, (await AboutAsync(_seen.AddHours(-1))).Single(), (await RecentAsync()).Single()])
        {
            (stored.Status, stored.First.Title, stored.Sources.Count).ShouldBe((StoryStatus.Retracted, "RETRACTED", 2));
        }
    }

    [Fact]
    public async Task ChangeAsync_WritesTheStory_WhenItWasNeverThere()
    {
        await _store.ChangeAsync(Story("a", 1), Token);

        (await RecentAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task LoadRecentAsync_GivesThemInTheOrderTheyWereSeen()
    {
        await _store.AddAsync(
            [Story("c", 1) with { SeenAt = _seen.AddMinutes(2) }, Story("a", 1), Story("b", 1) with { SeenAt = _seen.AddMinutes(-9) }],
            Token
        );

        (await RecentAsync()).Select(story => story.Id).ShouldBe(["b", "a", "c"]);
        (await _store.LoadRecentAsync(_seen.AddMinutes(1), Token)).Where(IsMine).Select(story => story.Id).ShouldBe(["c"]);
    }

    [Fact]
    public async Task AddAsync_TakesMoreThanATransactionHolds()
    {
        await _store.AddAsync([.. Enumerable.Range(0, 250).Select(number => Story($"s{number:D3}", 1))], Token);

        (await _store.LoadAsync(_topic, _seen.AddHours(-1), DateTimeOffset.MaxValue, 1_000, Token)).Count.ShouldBe(250);
    }

    private Story Story(string id, int minutesAgo) =>
        new(id, new Article("wire", id, id, "", null, _seen.AddMinutes(-minutesAgo), null, []), _seen, ["wire"]) { Targets = [_topic] };

    private Task<IReadOnlyList<Story>> AboutAsync(DateTimeOffset since) =>
        _store.LoadAsync(_topic, since, DateTimeOffset.MaxValue, 100, Token);

    private async Task<IReadOnlyList<Story>> RecentAsync() =>
        [.. (await _store.LoadRecentAsync(_seen.AddMinutes(-10), Token)).Where(IsMine)];

    private bool IsMine(Story story) => story.Targets.Contains(_topic);
}
