using System.Net.Http.Headers;
using System.Text;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Pages;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private static readonly ChannelAddress Desk = new(ChannelKind.Slack, "secret:desk");
    private PageHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PageHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Post_EndsTheSubscription_WhenThereIsOneAddress()
    {
        (await _host.GetAsync(_host.Links().Unsubscribe)).Text.ShouldContain("Stop all alerts");

        (await _host.PostAsync(_host.Links().Unsubscribe)).Status.ShouldBe(200);
        (await _host.PostAsync(_host.Links().Unsubscribe)).Status.ShouldBe(200);

        (await _host.ProfileAsync()).Unsubscribed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Post_StopsThisAddress_WhenTheMailProgramSendsOneClick(string form)
    {
        await GiveTwoAddressesAsync();

        (await _host.SendAsync(HttpMethod.Post, _host.Links().Unsubscribe, OneClick(form))).Status.ShouldBe(200);

        var profile = await _host.ProfileAsync();
        profile.Unsubscribed.ShouldBeFalse();
        profile.Channels!.Select(choice => choice.OptedOut).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Post_StopsThisAddress_WhenThereIsNoBody()
    {
        await GiveTwoAddressesAsync();

        (await _host.SendAsync(HttpMethod.Post, _host.Links().Unsubscribe, null)).Status.ShouldBe(200);

        (await _host.ProfileAsync()).Channels!.Select(choice => choice.OptedOut).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("address", false)]
    [InlineData("everything", true)]
    public async Task Post_DoesWhatTheButtonSays_WhenThereAreSeveralAddresses(string what, bool unsubscribed)
    {
        await GiveTwoAddressesAsync();
        var page = await _host.GetAsync(_host.Links().Unsubscribe);
        page.Text.ShouldContain("Stop everything");
        page.Text.ShouldContain("email r…@example.com");
        page.Text.ShouldNotContain(_host.Subscriber.Email);

        await _host.PostAsync(_host.Links().Unsubscribe, ("what", what));

        var profile = await _host.ProfileAsync();
        (profile.Unsubscribed, profile.Channels![0].OptedOut).ShouldBe((unsubscribed, !unsubscribed));
    }

    [Fact]
    public async Task Post_EndsTheSubscription_WhenTheLastOpenAddressIsStopped()
    {
        await GiveTwoAddressesAsync();
        await _host.PostAsync(_host.LinkOf(LinkPurpose.Unsubscribe, Desk));
        (await _host.ProfileAsync()).Unsubscribed.ShouldBeFalse();

        await _host.PostAsync(_host.Links().Unsubscribe, ("what", "address"));

        (await _host.ProfileAsync()).Unsubscribed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("application/json", "{\"List-Unsubscribe\":\"One-Click\"}", 415)]
    [InlineData("text/plain", "List-Unsubscribe=One-Click", 415)]
    [InlineData("multipart/form-data", "no boundary", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken", 400)]
    public async Task Post_ChangesNothing_WhenTheBodyIsNoForm(string type, string body, int status)
    {
        var before = await _host.StoredAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var page = await _host.SendAsync(HttpMethod.Post, _host.Links().Unsubscribe, content);

        (page.Status, page.HasForm, await _host.StoredAsync()).ShouldBe((status, false, before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_ChangesNothing_WhenTheBodyIsOverlong(bool chunked)
    {
        var before = await _host.StoredAsync();
        HttpContent body = chunked ? new StreamContent(new UnknownLength(100_000)) : new ByteArrayContent(new byte[8 * 1024 + 1]);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        var page = await _host.SendAsync(HttpMethod.Post, _host.Links().Unsubscribe, body);

        (page.Status, await _host.StoredAsync()).ShouldBe((413, before));
    }

    [Fact]
    public async Task Pages_SayTheSame_WhenTheSubscriberIsUnknown()
    {
        var known = (await _host.GetAsync(_host.Links().Unsubscribe), await _host.PostAsync(_host.Links().Unsubscribe));
        _host.Subscriber = _host.Subscriber with { Email = $"{TestStorage.Unique("stranger")}@example.com" };

        var unknown = (await _host.GetAsync(_host.Links().Unsubscribe), await _host.PostAsync(_host.Links().Unsubscribe));

        (unknown.Item1.Status, unknown.Item1.Text).ShouldBe((known.Item1.Status, known.Item1.Text));
        (unknown.Item2.Status, unknown.Item2.Text).ShouldBe((known.Item2.Status, known.Item2.Text));
        (await _host.StoredAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_SaysEnded_WhenTheLinkIsOlderThanFourHundredDays()
    {
        var link = _host.Links().Unsubscribe;
        _host.Time.Advance(TimeSpan.FromDays(399));
        (await _host.GetAsync(link)).Status.ShouldBe(200);
        _host.Time.Advance(TimeSpan.FromDays(1));

        (await _host.GetAsync(link)).Status.ShouldBe(410);
        (await _host.PostAsync(link)).Status.ShouldBe(410);
        (await _host.ProfileAsync()).Unsubscribed.ShouldBeFalse();
    }

    private Task GiveTwoAddressesAsync() =>
        _host.SaveAsync(
            _host.Subscriber with
            {
                Channels = [new(ChannelAddress.Email(_host.Subscriber.Email), Severity.Plain, false), new(Desk, Severity.Severe, false)],
            }
        );

    private static HttpContent OneClick(string form) =>
        form is "multipart/form-data"
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
}
