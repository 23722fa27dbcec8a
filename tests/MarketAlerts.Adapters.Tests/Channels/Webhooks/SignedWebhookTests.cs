using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

public sealed class SignedWebhookTests
{
    private static readonly string Old = TestKeys.Of(1);
    private static readonly string New = TestKeys.Of(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_IsVerifiedByBothKeys_WhileTheyAreRotated()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(204));

        var post = await PostAsync(server, $"{New} {Old}");

        var (newSecret, oldSecret) = (SecretOf(New, server.Url + "/hook"), SecretOf(Old, server.Url + "/hook"));
        StandardWebhooksVerifier.Verifies(newSecret, post, SampleMail.Open).ShouldBeTrue();
        StandardWebhooksVerifier.Verifies(oldSecret, post, SampleMail.Open).ShouldBeTrue();
        StandardWebhooksVerifier.Verifies(SecretOf(Old, server.Url + "/other"), post, SampleMail.Open).ShouldBeFalse();
        StandardWebhooksVerifier.Verifies(newSecret, post with { Body = [.. post.Body, (byte)' '] }, SampleMail.Open).ShouldBeFalse();
        StandardWebhooksVerifier.Verifies(newSecret, post, SampleMail.Open.AddMinutes(6)).ShouldBeFalse();
        var signatures = post.Headers["webhook-signature"].Split(' ');
        // The newest first.
        StandardWebhooksVerifier.Verifies(newSecret, WithSignature(post, signatures[0]), SampleMail.Open).ShouldBeTrue();
        StandardWebhooksVerifier.Verifies(newSecret, WithSignature(post, signatures[1]), SampleMail.Open).ShouldBeFalse();
    }

    [Fact]
    public async Task SendAsync_KeepsTheIdAndSignsAnew_WhenTheMessageIsSentAgainLater()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(503));
        var time = new FakeTimeProvider(SampleMail.Open);
        using var client = ClientOf(New, time);
        var channel = new SignedWebhookChannel(client, Options(New), time);
        var mail = SampleMail.Chips with { To = new ChannelAddress(ChannelKind.Webhook, server.Url + "/hook") };

        await channel.SendAsync(mail, Stop);
        time.Advance(TimeSpan.FromHours(2));
        await channel.SendAsync(mail, Stop);

        var (first, second) = (server.Posts.First(), server.Posts.Last());
        first.Headers["webhook-id"].ShouldBe("chips-down-20250127.2.0123456789abcdef@marketalerts.example");
        second.Headers["webhook-id"].ShouldBe(first.Headers["webhook-id"]);
        second.Body.ShouldBe(first.Body);
        StandardWebhooksVerifier.Verifies(SecretOf(New, server.Url + "/hook"), second, time.GetUtcNow()).ShouldBeTrue();
        StandardWebhooksVerifier.Verifies(SecretOf(New, server.Url + "/hook"), first, time.GetUtcNow()).ShouldBeFalse();
    }

    [Fact]
    public async Task SendAsync_TellsTheWholeAlert_WhenItIsPosted()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(204));

        var document = JObject.Parse((await PostAsync(server, New)).Text);

        ((string?)document["type"], (string?)document["schema"], (int?)document["version"]).ShouldBe(
            ("alert.opened", "marketalerts.alert", 1)
        );
        var data = document["data"]!;
        ((string?)data["id"], (string?)data["follows"]![0]).ShouldBe(
            ("chips-down-20250127.2.0123456789abcdef@marketalerts.example", "chips-down-20250127.1.0123456789abcdef@marketalerts.example")
        );
        data["incident"]!
            .ToString(Newtonsoft.Json.Formatting.None)
            .ShouldBe("""{"id":"chips-down-20250127","target":"#chips","direction":"down","severity":"severe","isNews":false}""");
        data["members"]![2]!
            .ToString(Newtonsoft.Json.Formatting.None)
            .ShouldBe("""{"symbol":"ARM","last":148.9,"dayMove":-8.38,"openMove":null,"usualDay":null,"tier":1,"isNew":false}""");
        data["rules"]!.Values<string>().ShouldBe(["#chips median -5%"]);
        ((string?)data["links"]!["unsubscribe"], data["links"]!.Count(), data["published"]!.Type).ShouldBe(
            (SampleMail.Chips.Links.Unsubscribe, 1, JTokenType.Null)
        );
    }

    [Fact]
    public async Task SendAsync_TellsNoIncident_WhenItIsANotice()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(204));

        var document = JObject.Parse((await PostAsync(server, New, SampleMail.Notice)).Text);

        ((string?)document["type"], document["data"]!["incident"]!.Type).ShouldBe(("alert.notice", JTokenType.Null));
        ((string?)document["data"]!["notices"]![0]).ShouldStartWith("NVDA split 10 for 1");
    }

    [Fact]
    public async Task SendAsync_AsksForASetting_WhenThereIsNoMasterKey()
    {
        using var client = ClientOf(null, TimeProvider.System);
        var channel = new SignedWebhookChannel(client, Options(null), TimeProvider.System);

        var result = await channel.SendAsync(
            SampleMail.Chips with
            {
                To = new ChannelAddress(ChannelKind.Webhook, "https://example.com/hook"),
            },
            Stop
        );

        result.ShouldBe(
            new SendResult(SendOutcome.RetryAfter, "Configuration: Webhooks:MasterKeys is empty, so nothing can be signed.")
            {
                Fault = SendFault.Configuration,
            }
        );
    }

    // HMAC-SHA256 of "webhook|https://example.com/hook" with the SHA-256 of the byte 2, computed with Python's hmac.
    [Fact]
    public void SecretsFor_IsTheDerivedKey_WhenTheAddressIsSpeltInAnyWay()
    {
        foreach (var url in (string[])["https://example.com/hook", "https://EXAMPLE.com:443/hook"])
        {
            WebhookKeys.Parse(New).SecretsFor(new Uri(url)).ShouldBe(["whsec_1cXCekpxzJm2HGHxixCSfW9EdFKWMCwRS76udrfDhY8="]);
        }
    }

    [Theory]
    [InlineData("no base64!")]
    [InlineData("c2hvcnQ=")] // 5 bytes.
    public void TryParse_SaysNo_WhenAKeyIsShortOrMalformed(string text)
    {
        WebhookKeys.TryParse($"{New} {text}", out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => WebhookKeys.Parse(text)).Message.ShouldNotContain(text);
    }

    private static string SecretOf(string master, string url)
    {
        using var hmac = new HMACSHA256(Convert.FromBase64String(master));
        return "whsec_" + Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes("webhook|" + url)));
    }

    private static Posted WithSignature(Posted post, string signature) =>
        post with
        {
            Headers = new Dictionary<string, string>(post.Headers, StringComparer.OrdinalIgnoreCase) { ["webhook-signature"] = signature },
        };

    private static async Task<Posted> PostAsync(FakeServer server, string keys, AlertMail? mail = null)
    {
        var time = new FakeTimeProvider(SampleMail.Open);
        using var client = ClientOf(keys, time);
        var to = new ChannelAddress(ChannelKind.Webhook, server.Url + "/hook");
        var result = await new SignedWebhookChannel(client, Options(keys), time).SendAsync(
            (mail ?? SampleMail.Chips) with
            {
                To = to,
            },
            Stop
        );
        result.Outcome.ShouldBe(SendOutcome.Sent, result.Detail);
        return server.Posts.ShouldHaveSingleItem();
    }

    private static WebhookOptions Options(string? keys) => new() { MasterKeys = keys, AllowLoopback = true };

    private static WebhookClient ClientOf(string? keys, TimeProvider time) => new(Options(keys), new ChannelSecretOptions(), time);
}
