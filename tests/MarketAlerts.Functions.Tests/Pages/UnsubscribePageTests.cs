using MarketAlerts.Adapters.Email;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Subscriptions;
using MarketAlerts.Functions.Pages;
using MarketAlerts.Testing.Azurite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace MarketAlerts.Functions.Tests.Pages;

public sealed class UnsubscribePageTests
{
    private readonly UnsubscribeLinks _links = new(new LinkOptions { BaseUrl = "https://alerts.example.com", SigningKey = Convert.ToBase64String(new byte[32]) });
    private readonly TableRecipientStore _recipients = new(TestStorage.TableSet(), new DeliveryOptions());
    private readonly Subscriber _reader = new($"{TestStorage.Unique("reader")}@example.com", "America/New_York", ["NVDA notable"], null, false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnswerAsync_AsksAndChangesNothing_WhenTheLinkIsOpened()
    {
        await _recipients.SaveProfileAsync(_reader, Token);

        var page = await AnswerAsync("GET", TokenOf(_reader));

        page.StatusCode.ShouldBe(200);
        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Content!.ShouldContain("<form method=\"post\">");
        (await IsUnsubscribedAsync()).ShouldBe(false);
    }

    [Fact]
    public async Task AnswerAsync_Unsubscribes_WhenTheButtonIsPressed()
    {
        await _recipients.SaveProfileAsync(_reader, Token);

        (await AnswerAsync("POST", TokenOf(_reader))).StatusCode.ShouldBe(200);
        (await AnswerAsync("POST", TokenOf(_reader))).StatusCode.ShouldBe(200);

        (await IsUnsubscribedAsync()).ShouldBe(true);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task AnswerAsync_SaysTheSame_WhenTheSubscriberIsUnknown(string method)
    {
        await _recipients.SaveProfileAsync(_reader, Token);
        var stranger = _reader with { Email = $"{TestStorage.Unique("stranger")}@example.com" };

        var (known, unknown) = (await AnswerAsync(method, TokenOf(_reader)), await AnswerAsync(method, TokenOf(stranger)));

        (unknown.StatusCode, unknown.Content).ShouldBe((known.StatusCode, known.Content));
        (await _recipients.LoadProfileAsync(stranger.Id, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", true)]
    [InlineData("GET", false)]
    [InlineData("POST", false)]
    public async Task AnswerAsync_Refuses_WhenTheTokenIsForgedOrMissing(string method, bool forged)
    {
        await _recipients.SaveProfileAsync(_reader, Token);
        var token = TokenOf(_reader);

        var page = await AnswerAsync(method, forged ? token[..^2] + "xx" : "");

        page.StatusCode.ShouldBe(400);
        page.Content!.ShouldNotContain("<form");
        (await IsUnsubscribedAsync()).ShouldBe(false);
    }

    private string TokenOf(Subscriber subscriber) => _links.UrlFor(subscriber.Id).Split("token=")[1];

    private async Task<bool?> IsUnsubscribedAsync() => (await _recipients.LoadProfileAsync(_reader.Id, Token))?.Unsubscribed;

    private async Task<ContentResult> AnswerAsync(string method, string token)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.QueryString = new QueryString($"?token={token}");

        var page = (await new UnsubscribePage(new Unsubscriber(_links, _recipients)).AnswerAsync(context.Request, Token)).ShouldBeOfType<ContentResult>();

        context.Response.Headers.CacheControl.ToString().ShouldBe("no-store");
        context.Response.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        return page;
    }
}
