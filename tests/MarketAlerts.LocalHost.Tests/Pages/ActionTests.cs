using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Tests.Pages;

public sealed class ActionTests : IAsyncLifetime
{
    private const string Chips = "chips-down-20250127";
    private PageHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    // The clock stands at 16:00 UTC, 11:00 in New York: the session closes at 21:00, the next one opens at 14:30.
    [Theory]
    [InlineData("close", "2025-01-27T21:00Z")]
    [InlineData("open", "2025-01-28T14:30Z")]
    [InlineData("week", "2025-02-03T16:00Z")]
    public async Task Pause_SnoozesTheIncident_UntilTheChosenTime(string until, string expected)
    {
        var page = await _host.GetAsync(_host.Links().Pause!);
        page.Text.ShouldContain("Mon 27 Jan 2025, 16:00 ET (22:00 Europe/Berlin)");

        (await _host.PostAsync(_host.Links().Pause!, ("until", until))).Status.ShouldBe(200);
        (await _host.PostAsync(_host.Links().Pause!, ("until", until))).Status.ShouldBe(200);

        (await _host.ProfileAsync()).Snoozes.ShouldBe([new(SnoozeScope.Incident, Chips, _host.Time.GetUtcNow(), Utc(expected))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forever")]
    [InlineData("Close")]
    public async Task Pause_AsksAgain_WhenNoTimeWasChosen(string until)
    {
        var page = await _host.PostAsync(_host.Links().Pause!, ("until", until));

        (page.Status, page.HasForm).ShouldBe((422, true));
        (await _host.ProfileAsync()).Snoozes.ShouldBeNull();
    }

    [Fact]
    public async Task Pause_AsksAgain_WhenTheSessionClosedMeanwhile()
    {
        _host.Time.Advance(TimeSpan.FromHours(5));

        (await _host.GetAsync(_host.Links().Pause!)).Text.ShouldNotContain("value=\"close\"");
        (await _host.PostAsync(_host.Links().Pause!, ("until", "close"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Severe_LetsOnlySevereThrough_UntilTheSubscribersMidnight()
    {
        (await _host.GetAsync(_host.Links().OnlySevere!)).Text.ShouldContain("Tue 00:00 Europe/Berlin");

        await _host.PostAsync(_host.Links().OnlySevere!);

        (await _host.ProfileAsync()).Snoozes.ShouldBe([new(SnoozeScope.BelowSevere, "", _host.Time.GetUtcNow(), Utc("2025-01-27T23:00Z"))]);
    }

    [Fact]
    public async Task Threshold_ChangesTheRule_AndItsSubscriptions()
    {
        var page = await _host.GetAsync(_host.Links().ChangeThreshold!);
        page.Text.ShouldContain("value=\"NVDA falls 5% today\"");
        page.Text.ShouldContain("name=\"trigger\" value=\"5\"");

        var changed = await _host.PostAsync(_host.Links().ChangeThreshold!, ("rule", "NVDA falls 5% today"), ("trigger", "6.5"));
        var again = await _host.PostAsync(_host.Links().ChangeThreshold!, ("rule", "NVDA falls 5% today"), ("trigger", "6.5"));

        changed.Text.ShouldContain("<code>NVDA falls 6.5% today</code>");
        (again.Status, again.Text).ShouldBe((changed.Status, changed.Text));
        (await _host.ProfileAsync()).Rules.ShouldBe([Rule.FromText("NVDA falls 6.5% today"), Rule.FromText("#chips notable")]);
        (await _host.GetAsync(_host.Links().ChangeThreshold!)).Text.ShouldContain("This rule is not yours any more");
        (await _host.GetAsync(_host.Links("NVDA falls 6.5% today").ChangeThreshold!)).Text.ShouldContain("name=\"trigger\" value=\"6.5\"");
    }

    [Fact]
    public async Task Threshold_OffersTheTiers_WhenTheRuleHasOne()
    {
        (await _host.GetAsync(_host.Links("#chips notable").ChangeThreshold!)).Text.ShouldContain("value=\"notable\" checked");

        await _host.PostAsync(_host.Links("#chips notable").ChangeThreshold!, ("trigger", "severe"));

        (await _host.ProfileAsync()).Rules.ShouldBe([Rule.FromText("NVDA falls 5% today"), Rule.FromText("#chips severe")]);
    }

    [Fact]
    public async Task Threshold_ShowsTheParsersError_WhenTheNumberIsWrong()
    {
        var page = await _host.PostAsync(_host.Links().ChangeThreshold!, ("trigger", "0.01"));

        page.Status.ShouldBe(422);
        page.Text.ShouldContain("at &#x27;0.01%&#x27; (column 12): out of range: from 0.1 to 1000. Did you mean &#x27;0.1%&#x27;?");
        page.Text.ShouldContain("value=\"0.01\"");
        (await _host.ProfileAsync()).Rules.ShouldBe([Rule.FromText("NVDA falls 5% today"), Rule.FromText("#chips notable")]);
    }

    [Fact]
    public async Task Votes_AreKept_AndTheLaterOneCounts()
    {
        await _host.PostAsync(_host.Links().Noise!);
        await _host.PostAsync(_host.Links().Useful!);

        (await _host.Get<IVoteStore>().ReadAsync(_host.Subscriber.Id, Token)).ShouldBe([
            new(
                _host.Subscriber.Id,
                Chips,
                SubscriptionHash.Hash(_host.Subscriber.Id, Rule.FromText("NVDA falls 5% today")),
                Rule.FromText("NVDA falls 5% today"),
                VoteKind.Useful,
                _host.Time.GetUtcNow()
            ),
        ]);
    }

    [Fact]
    public async Task Why_ShowsTheSubscribersLines_OfThatIncident()
    {
        await NoteAsync(DeliveryStep.Sent, Chips, "Severe <b>news</b>.");
        await NoteAsync(DeliveryStep.Held, Chips, "Quiet hours until 07:00.");
        await NoteAsync(DeliveryStep.Sent, "NVDA-down-20250127", "Something else.");

        var page = await _host.GetAsync(_host.Links().Why!);

        page.Text.ShouldContain("Severe &lt;b&gt;news&lt;/b&gt;.");
        page.Text.ShouldContain("Quiet hours until 07:00.");
        page.Text.ShouldNotContain("Something else.");
    }

    [Fact]
    public async Task Resume_ListsAndEndsAPause_AndWhatItHeldIsDue()
    {
        var now = _host.Time.GetUtcNow();
        await _host.PostAsync(_host.Links().Pause!, ("until", "week"));
        await _host.PostAsync(_host.Links().OnlySevere!);
        var (profiles, deliveries) = (_host.Get<IProfileStore>(), _host.Get<IDeliveryStore>());
        var held = new Waiting(_host.Subscriber.Id, now.AddDays(7), WaitingKind.Item, "m1");
        await deliveries.FileAsync("m1", [new DeliveryItem(_host.Subscriber.Id, "m1", held.Due, [])], Token);
        (await _host.GetAsync(_host.FootLink(LinkPurpose.Resume))).Text.ShouldContain($"name=\"name\" value=\"{Chips}\"");

        await _host.PostAsync(_host.FootLink(LinkPurpose.Resume), ("scope", "Incident"), ("name", Chips));

        // The one that is over is forgotten.
        (await _host.ProfileAsync())
            .Snoozes!.Select(snooze => snooze.Scope)
            .ShouldBe([SnoozeScope.BelowSevere]);
        var waiting = await deliveries.GetWaitingAsync((await profiles.BucketsAsync(Token)).BucketOf(_host.Subscriber.Id), Token);
        waiting
            .Where(row => row.Subscriber == _host.Subscriber.Id)
            .Select(row => row with { Item = null })
            .ShouldBe([held with { Due = now }]);
    }

    [Fact]
    public async Task Links_EndsAllOlderLinks_AndNewOnesWork()
    {
        var older = _host.Links();
        _host.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _host.PostAsync(_host.FootLink(LinkPurpose.EndLinks));
        (await _host.GetAsync(older.Pause!)).Status.ShouldBe(410);
        (await _host.PostAsync(older.Pause!, ("until", "week"))).Status.ShouldBe(410);

        (await _host.GetAsync(_host.Links().Pause!)).Status.ShouldBe(200);
        (await _host.ProfileAsync()).Snoozes.ShouldBeNull();
    }

    [Fact]
    public async Task FootLinks_EndWithTheLinkThatLedThere()
    {
        var page = await _host.GetAsync(_host.Links().Pause!);
        var resume = System.Net.WebUtility.HtmlDecode(page.Text.Split("href=\"")[1].Split('"')[0]);
        (await _host.GetAsync(resume)).Text.ShouldContain("Nothing is paused.");

        _host.Time.Advance(TimeSpan.FromDays(14));

        (await _host.GetAsync(resume)).Status.ShouldBe(410);
    }

    private async Task NoteAsync(DeliveryStep decision, string incident, string reason)
    {
        var row = new Waiting(_host.Subscriber.Id, _host.Time.GetUtcNow(), WaitingKind.Item, incident);
        await _host
            .Get<IDeliveryStore>()
            .MoveAsync(
                row,
                row.Due,
                null,
                new LedgerEntry(_host.Subscriber.Id, row.Due, decision, incident, reason) { Incidents = [incident] },
                Token
            );
    }

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
