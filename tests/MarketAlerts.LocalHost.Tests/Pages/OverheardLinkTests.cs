using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>
/// Links that came to a place that others see, that its subscriber turned off, or that were written for one who was deleted.
/// </summary>
public sealed class OverheardLinkTests : IAsyncLifetime
{
    private PageHost _host = null!;

    public static TheoryData<ChannelKind> Shared => [ChannelKind.Slack, ChannelKind.Teams, ChannelKind.Discord, ChannelKind.Webhook];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task Action_IsRefused_WhenTheLinkCameToAChatOrWebhook(ChannelKind kind)
    {
        var desk = await GiveAsync(kind);
        var before = await _host.StoredAsync();

        foreach (var purpose in Enum.GetValues<LinkPurpose>().Where(purpose => purpose is not LinkPurpose.Unsubscribe))
        {
            var url = _host.LinkOf(purpose, desk);
            var (shown, done) = (await _host.GetAsync(url), await PressAsync(url));
            (shown.Status, shown.HasForm, done.Status).ShouldBe((400, false, 400), purpose.ToString());
            shown.Text.ShouldContain("Use the links in your newest mail");
            shown.Text.ShouldNotContain("<footer>");
        }

        (await _host.StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task Unsubscribe_StopsThatPlaceAlone_WhenTheLinkCameToAChatOrWebhook(ChannelKind kind)
    {
        var desk = await GiveAsync(kind);
        var url = _host.LinkOf(LinkPurpose.Unsubscribe, desk);

        var shown = await _host.GetAsync(url);
        shown.Text.ShouldContain("Stop alerts here");
        shown.Text.ShouldNotContain("everything");
        shown.Text.ShouldNotContain("<footer>");
        (await _host.PostAsync(url, ("what", "everything"))).Status.ShouldBe(400);
        (await _host.ProfileAsync()).OpenTo.ShouldAllBe(choice => !choice.OptedOut);
        (await _host.PostAsync(url)).Status.ShouldBe(200);

        var profile = await _host.ProfileAsync();
        (profile.Unsubscribed, string.Join(' ', profile.Channels!.Select(choice => choice.OptedOut))).ShouldBe((false, "False True"));
    }

    [Fact]
    public async Task Unsubscribe_LeavesTheSubscription_WhenTheLastAddressIsAChat()
    {
        var desk = new ChannelAddress(ChannelKind.Slack, "secret:desk");
        await _host.SaveAsync(_host.Subscriber with { Channels = [new(desk, Severity.Plain, false)] });

        await _host.PostAsync(_host.LinkOf(LinkPurpose.Unsubscribe, desk));

        var profile = await _host.ProfileAsync();
        (profile.Unsubscribed, profile.Channels![0].OptedOut).ShouldBe((false, true));
    }

    // The token was signed by us, and says truly where it came: whose that is now, the profile says.
    [Fact]
    public async Task Action_IsRefused_WhenTheMailAddressIsNotTheSubscribersAnyMore()
    {
        var link = _host.Links().Pause!;
        await _host.SaveAsync(_host.Subscriber with { Channels = [new(ChannelAddress.Email("other@example.com"), Severity.Plain, false)] });

        (await _host.PostAsync(link, ("until", "week"))).Status.ShouldBe(400);

        (await _host.ProfileAsync()).Snoozes.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_SayTheSame_WhenTheSubscriberOfAChatIsGone()
    {
        var desk = await GiveAsync(ChannelKind.Slack);
        string[] UrlsNow() => [.. Enum.GetValues<LinkPurpose>().Select(purpose => _host.LinkOf(purpose, desk))];
        var known = await Task.WhenAll(UrlsNow().Select(_host.GetAsync));
        _host.Subscriber = _host.Subscriber with { Email = "stranger@example.com" };

        var unknown = await Task.WhenAll(UrlsNow().Select(_host.GetAsync));

        unknown.Select(page => (page.Status, page.Text)).ShouldBe(known.Select(page => (page.Status, page.Text)));
    }

    [Fact]
    public async Task Unsubscribe_GoesOn_WhenOlderLinksWereEnded()
    {
        await GiveAsync(ChannelKind.Slack);
        var older = _host.Links();
        _host.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _host.GetAsync(_host.FootLink(LinkPurpose.EndLinks))).Text.ShouldContain("The unsubscribe links go on");
        await _host.PostAsync(_host.FootLink(LinkPurpose.EndLinks));

        (await _host.GetAsync(older.Unsubscribe)).Text.ShouldContain("Stop alerts here");
        // Whoever it was forwarded to ends no subscription.
        (await _host.PostAsync(older.Unsubscribe, ("what", "everything"))).Status.ShouldBe(400);
        (await _host.PostAsync(older.Unsubscribe)).Status.ShouldBe(200);

        (await _host.ProfileAsync()).Channels!.Select(choice => choice.OptedOut).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Links_StayDead_WhenTheirSubscriberWasDeletedAndIsEnteredAgain()
    {
        var (older, foot) = (_host.Links(), _host.FootLink(LinkPurpose.EndLinks));
        await _host.Get<IProfileStore>().ForgetAsync(_host.Subscriber.Id, Token);
        _host.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _host
            .Get<RuleRegistration>()
            .EnterAsync(new WatchFile([], new HashSet<Core.Market.Symbol>(), [_host.Subscriber with { ETag = null }]), Token);

        foreach (
            var url in new[] { older.Pause!, older.OnlySevere!, older.ChangeThreshold!, older.Useful!, older.Noise!, older.Why!, foot }
        )
        {
            (await PressAsync(url)).Status.ShouldBe(410, url);
        }

        (await _host.GetAsync(_host.Links().Pause!)).Status.ShouldBe(200);
        (await _host.PostAsync(older.Unsubscribe)).Status.ShouldBe(200);
        var profile = await _host.ProfileAsync();
        // The address is quiet; another one could be entered.
        (profile.Unsubscribed, profile.OpenTo.Single().OptedOut).ShouldBe((false, true));
    }

    private Task<Page> PressAsync(string url) =>
        _host.PostAsync(url, ("until", "week"), ("scope", "All"), ("name", ""), ("trigger", "6"), ("rule", "NVDA falls 5% today"));

    /// <summary>Gives the subscriber a second address; returns it.</summary>
    private async Task<ChannelAddress> GiveAsync(ChannelKind kind)
    {
        var desk = new ChannelAddress(kind, kind is ChannelKind.Webhook ? "https://example.com/hook" : "secret:desk");
        await _host.SaveAsync(
            _host.Subscriber with
            {
                Channels = [new(ChannelAddress.Email(_host.Subscriber.Email), Severity.Plain, false), new(desk, Severity.Plain, false)],
            }
        );
        return desk;
    }
}
