using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Tests.Deliveries;
using MarketAlerts.Core.Tests.News;

namespace MarketAlerts.Core.Tests.Stages.Delivery;

public sealed class PublishedLoaderTests
{
    private readonly NewsWorld _news = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_FollowsTheTopic_FromAMembersStoryToTheWeeksBefore()
    {
        await StoreAsync(
            // No member: found by the topic that Monday's story names.
            GivenNews.Story("DeepSeek releases a model", "2025-01-20T12:29Z", "2025-01-20T12:30Z"),
            GivenNews.Story("DeepSeek tops the charts", "2025-01-26T20:00Z"),
            GivenNews.Story("Nvidia falls on DeepSeek", "13:00"),
            // Two weeks before Friday's close, and a minute.
            GivenNews.Story("DeepSeek was founded", "2025-01-10T20:59Z", "2025-01-10T21:00Z"),
            GivenNews.Story("Elsewhere nothing happens", "13:30")
        );

        var panel = await ReadAsync(GivenMail.Nvda);

        panel!
            .Lines.Select(line => $"{line.When}: {line.Title}")
            .ShouldBe(["Before: Nvidia falls on DeepSeek", "Before: DeepSeek tops the charts", "DaysBefore: DeepSeek releases a model"]);
    }

    // A hundred and fifty stories in the wake of the move push out neither what was there before it nor the memory.
    [Fact]
    public async Task ReadAsync_KeepsWhatWasBefore_WhenStoriesFollowInHundreds()
    {
        await StoreAsync([
            GivenNews.Story("DeepSeek releases a model", "2025-01-20T12:29Z", "2025-01-20T12:30Z"),
            GivenNews.Story("Nvidia falls on DeepSeek before the open", "13:00"),
            .. Enumerable
                .Range(0, 150)
                .Select(number =>
                    GivenNews.Story($"Nvidia and DeepSeek, part {number}", Given.At("15:00").AddMinutes(number).ToString("O"))
                ),
        ]);

        var panel = await ReadAsync(GivenMail.Nvda);

        panel!.Lines.Select(line => line.Title).ShouldContain("Nvidia falls on DeepSeek before the open");
        panel.Lines[^1].Title.ShouldBe("DeepSeek releases a model");
    }

    [Fact]
    public async Task ReadAsync_FindsNoCatalyst_WhenNothingIsAboutTheMembers()
    {
        await StoreAsync(GivenNews.Story("DeepSeek tops the charts", "2025-01-26T20:00Z"));

        var panel = await ReadAsync(GivenMail.Nvda);

        (panel!.HasNoCatalyst, panel.Lines.Count).ShouldBe((true, 0));
    }

    [Fact]
    public async Task ReadAsync_LooksForTheNewsThatARuleAsksFor_AsWell()
    {
        await StoreAsync(GivenNews.Story("DeepSeek tops the charts", "2025-01-26T20:00Z"));

        var panel = await ReadAsync(GivenMail.Nvda, "NVDA falls 5% today and news \"DeepSeek\"");

        panel!.Lines.ShouldHaveSingleItem().Title.ShouldBe("DeepSeek tops the charts");
    }

    [Fact]
    public async Task ReadAsync_CountsTheFeedsReadWithinAnHour()
    {
        await _news.ReadAsync();
        (await ReadAsync(GivenMail.Nvda))!.Feeds.ShouldBe(1);

        _news.Time.Advance(TimeSpan.FromMinutes(61));

        (await ReadAsync(GivenMail.Nvda))!.Feeds.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_SaysNothing_WhenNoFeedIsPolled()
    {
        _news.Catalog = Given.Catalog();

        (await ReadAsync(GivenMail.Nvda)).ShouldBeNull();
    }

    [Fact]
    public async Task ReadAsync_CallsTheStoriesAfterTheRecovery_Afterwards()
    {
        await StoreAsync(GivenNews.Story("Nvidia: still falling", "15:00"), GivenNews.Story("Nvidia: all over", "16:01"));
        var recovered = GivenMail.Nvda with
        {
            Transitions = [new IncidentTransition(Given.At("16:00"), IncidentStep.Recovering, IncidentState.Recovering, "")],
        };

        (await ReadAsync(recovered))!.Lines.Select(line => line.When).ShouldBe([PublishedWhen.During, PublishedWhen.After]);
    }

    private Task StoreAsync(params Story[] stories) => _news.AddAsync(stories, Token);

    private Task<PublishedPanel?> ReadAsync(Incident incident, params string[] rules) =>
        new PublishedLoader(_news.Clock, _news, _news).ReadAsync(
            incident,
            [.. rules.Select(rule => Rule.FromText(rule).Terms.AndNews!.Target)],
            _news.Catalog,
            Token
        );
}
