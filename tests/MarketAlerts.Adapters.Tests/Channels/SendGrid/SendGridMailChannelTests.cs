using MarketAlerts.Adapters.Channels.SendGrid;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Tests.Channels.SendGrid;

public sealed class SendGridMailChannelTests
{
    private const string Key = "SG.key.of-the-test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_TellsTheWholeMail_AsSendGridWantsIt()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(202));

        (await SendAsync(server)).ShouldBe(new SendResult(SendOutcome.Sent, "202"));

        var post = server.Posts.ShouldHaveSingleItem();
        (post.Path, post.Headers["Authorization"], post.Headers["Content-Type"]).ShouldBe(
            ("/v3/mail/send", $"Bearer {Key}", "application/json")
        );
        var mail = JObject.Parse(post.Text);
        mail["personalizations"]!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""[{"to":[{"email":"reader@example.com"}]}]""");
        ((string?)mail["from"]!["email"], (string?)mail["from"]!["name"], (string?)mail["subject"]).ShouldBe(
            ("alerts@marketalerts.example", "MarketAlerts", SampleMail.Chips.Subject)
        );
        mail["content"]!.Select(part => (string?)part["type"]).ShouldBe(["text/plain", "text/html"]);
        ((string?)mail["headers"]!["Message-ID"], (string?)mail["headers"]!["References"]).ShouldBe(
            (SampleMail.Chips.Thread.MessageId, SampleMail.Chips.Thread.References[0])
        );
        ((string?)mail["headers"]!["List-Unsubscribe"]).ShouldBe($"<{SampleMail.Chips.Links.Unsubscribe}>");
        var picture = mail["attachments"]!.ShouldHaveSingleItem();
        ((string?)picture["disposition"], (string?)picture["type"]).ShouldBe(("inline", "image/png"));
        ((string)mail["content"]![1]!["value"]!).ShouldContain($"cid:{picture["content_id"]}");
        ((bool?)mail["tracking_settings"]!["click_tracking"]!["enable"]).ShouldBe(false);
    }

    [Fact]
    public async Task SendAsync_AttachesNothing_WhenTheMailHasNoPicture()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(202));

        await SendAsync(server, SampleMail.Notice);

        JObject.Parse(server.Posts.ShouldHaveSingleItem().Text)["attachments"].ShouldBeNull();
    }

    [Theory]
    [InlineData(400, "personalizations.0.to.0.email", SendOutcome.Rejected, SendFault.Address)]
    [InlineData(400, "from.email", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(400, "subject", SendOutcome.Rejected, SendFault.Message)]
    [InlineData(401, "", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(403, "from", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(404, "", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(405, "", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(413, "", SendOutcome.Rejected, SendFault.Message)]
    [InlineData(429, "", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData(500, "", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData(503, "", SendOutcome.RetryAfter, SendFault.None)]
    public async Task SendAsync_SaysWhatToDo_WhenSendGridRefuses(int status, string field, SendOutcome outcome, SendFault fault)
    {
        await using var server = await FakeServer.StartAsync(
            Answers.Text($$"""{"errors":[{"message":"words","field":"{{field}}","help":null}]}""", status: status)
        );

        var result = await SendAsync(server);

        (result.Outcome, result.Fault).ShouldBe((outcome, fault));
        (result.Detail.Split(' ')[^1], result.Said).ShouldBe(($"{status}", "words"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"errors":{"0":1}}""")]
    [InlineData("""{"errors":[{"message":7,"field":{}}]}""")]
    [InlineData("<html>")]
    public async Task SendAsync_TakesTheStatus_WhenTheBodyIsNotAsDocumented(string body)
    {
        await using var server = await FakeServer.StartAsync(Answers.Text(body, status: 400));

        (await SendAsync(server)).Fault.ShouldBe(SendFault.Message);
    }

    private static async Task<SendResult> SendAsync(FakeServer server, AlertMail? mail = null)
    {
        using var channel = new SendGridMailChannel(
            new SendGridOptions { BaseUrl = server.Url, ApiKey = Key },
            SampleMail.Renderer(),
            new FakeTimeProvider(SampleMail.Open)
        );
        return await channel.SendAsync(mail ?? SampleMail.Chips, Stop);
    }
}
