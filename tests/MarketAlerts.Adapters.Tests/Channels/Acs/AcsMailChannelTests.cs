using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Channels.Acs;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.Tls;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Tests.Channels.Acs;

public sealed class AcsMailChannelTests
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 64)]);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly WatchedTime _time = new(SampleMail.Open);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_TellsTheWholeMail_AsAzureWantsIt()
    {
        await using var server = await FakeServer.StartAsync(Succeeds);

        (await SendAsync(server)).ShouldBe(new SendResult(SendOutcome.Sent, "Succeeded"));

        var post = server.Posts.ShouldHaveSingleItem();
        post.Path.ShouldBe("/emails:send?api-version=2025-09-01");
        var mail = JObject.Parse(post.Text);
        ((string?)mail["senderAddress"], (string?)mail["recipients"]!["to"]![0]!["address"]).ShouldBe(
            ("alerts@marketalerts.example", "reader@example.com")
        );
        ((string?)mail["content"]!["subject"]).ShouldBe(SampleMail.Chips.Subject);
        ((string?)mail["headers"]!["Message-ID"]).ShouldBe(SampleMail.Chips.Thread.MessageId);
        ((string?)mail["headers"]!["In-Reply-To"]).ShouldBe(SampleMail.Chips.Thread.References[0]);
        ((string?)mail["headers"]!["References"]).ShouldBe(SampleMail.Chips.Thread.References[0]);
        ((string?)mail["headers"]!["List-Unsubscribe"]).ShouldBe($"<{SampleMail.Chips.Links.Unsubscribe}>");
        ((string?)mail["headers"]!["List-Unsubscribe-Post"]).ShouldBe("List-Unsubscribe=One-Click");
        ((string?)mail["headers"]!["x-ms-acsemail-validate-message-id"]).ShouldBe("true");
        mail["headers"]!
            .Cast<JProperty>()
            .Select(header => header.Name)
            .ShouldNotContain(name => name == "From" || name == "To" || name == "Subject" || name == "Date" || name == "MIME-Version");
        var picture = mail["attachments"]!.ShouldHaveSingleItem();
        ((string?)picture["contentType"]).ShouldBe("image/png");
        ((string?)picture["contentId"]).ShouldNotBeNullOrEmpty("without it the picture hangs below the mail, and the mail shows a gap");
        ((string)mail["content"]!["html"]!).ShouldContain($"cid:{picture["contentId"]}");
        Convert.FromBase64String((string)picture["contentInBase64"]!)[1..4].ShouldBe("PNG"u8.ToArray());
    }

    [Fact]
    public async Task SendAsync_SignsTheRequest_WhenThereIsAnAccessKey()
    {
        await using var server = await FakeServer.StartAsync(Succeeds);

        await SendAsync(server);

        var post = server.Posts.ShouldHaveSingleItem();
        var hash = Convert.ToBase64String(SHA256.HashData(post.Body));
        var host = new Uri(server.Url).Authority;
        using var hmac = new HMACSHA256(Convert.FromBase64String(Key));
        var signature = Convert.ToBase64String(
            hmac.ComputeHash(Encoding.UTF8.GetBytes($"POST\n{post.Path}\nMon, 27 Jan 2025 14:30:00 GMT;{host};{hash}"))
        );
        (post.Headers["x-ms-date"], post.Headers["x-ms-content-sha256"], post.Headers["Host"]).ShouldBe(
            ("Mon, 27 Jan 2025 14:30:00 GMT", hash, host)
        );
        post.Headers["Authorization"].ShouldBe($"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    [Fact]
    public async Task SendAsync_SignsInByIdentity_WhenThereIsNone()
    {
        using var certificate = SelfSigned.Create();
        await using var server = await FakeServer.StartAsync(Succeeds, certificate);
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString(),
                },
            }
        );
        var options = new AcsOptions { Endpoint = server.Url };
        var channel = new AcsMailChannel(
            options,
            SampleMail.Renderer(),
            _time,
            AcsPipeline.Create(options, new GivenToken("token-of-the-host"), http)
        );

        (await FinishAsync(channel.SendAsync(SampleMail.Chips, Stop), 1)).Outcome.ShouldBe(SendOutcome.Sent);

        server.Posts.ShouldHaveSingleItem().Headers["Authorization"].ShouldBe("Bearer token-of-the-host");
    }

    [Fact]
    public async Task SendAsync_UsesTheSameOperationId_WhenTheMailIsSentAgain()
    {
        await using var server = await FakeServer.StartAsync(Succeeds);

        await SendAsync(server);
        await SendAsync(server);
        await SendAsync(server, SampleMail.Chips with { Thread = new MailThread("<another@marketalerts.example>", []) });

        var ids = server.Posts.Select(post => post.Headers["Operation-Id"]).ToArray();
        (ids[0] == ids[1], ids[0] == ids[2]).ShouldBe((true, false));
        Guid.Parse(ids[0]).Version.ShouldBe(8);
    }

    [Fact]
    public async Task SendAsync_AsksUntilItIsKnown_AsOftenAsAzureSays()
    {
        var asked = 0;
        await using var server = await FakeServer.StartAsync(context =>
            HttpMethods.IsPost(context.Request.Method)
                ? Takes(context)
                : (
                    ++asked switch
                    {
                        1 => Answers.Text("""{"status":"Running"}"""),
                        2 => Answers.Status(503),
                        3 => Answers.Status(429),
                        _ => Answers.Text("""{"status":"Succeeded"}"""),
                    }
                )(context)
        );

        (await SendAsync(server, pauses: 4)).Outcome.ShouldBe(SendOutcome.Sent);

        (asked, server.Posts.Count).ShouldBe((4, 1));
    }

    // The mail went out before a crash: Azure knows its Message-ID, and we know its operation.
    [Theory]
    [InlineData("Succeeded", 0, SendOutcome.Sent)]
    [InlineData("Running", 1, SendOutcome.Sent)]
    [InlineData("Failed", 0, SendOutcome.Rejected)]
    public async Task SendAsync_FindsTheFirstOperation_WhenAzureHasSeenTheMessageId(string state, int pauses, SendOutcome outcome)
    {
        var asked = 0;
        await using var server = await FakeServer.StartAsync(context =>
            HttpMethods.IsPost(context.Request.Method)
                ? Answers.Text("""{"error":{"code":"BadRequest","message":"The internet message id is a duplicate."}}""", status: 400)(
                    context
                )
                : Answers.Text($$"""{"status":"{{(asked++ is 0 ? state : "Succeeded")}}"}""")(context)
        );

        (await SendAsync(server, pauses: pauses)).Outcome.ShouldBe(outcome);

        server.Asked.Last().ShouldContain(server.Posts.First().Headers["Operation-Id"]);
    }

    [Fact]
    public async Task SendAsync_SendsNoKeyElsewhere_WhenTheOperationIsSaidToBeOnAnotherServer()
    {
        await using var other = await FakeServer.StartAsync(Answers.Text("""{"status":"Succeeded"}"""));
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.Headers["Operation-Location"] = other.Url + "/steal";
            return HttpMethods.IsPost(context.Request.Method)
                ? Answers.Status(202)(context)
                : Answers.Text("""{"status":"Succeeded"}""")(context);
        });

        (await SendAsync(server)).Outcome.ShouldBe(SendOutcome.Sent);

        other.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, "InvalidRequest", SendOutcome.Rejected, SendFault.Message)]
    [InlineData(400, "InvalidRecipientAddress", SendOutcome.Rejected, SendFault.Address)]
    [InlineData(400, "InvalidSenderUserName", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(401, "Denied", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(403, "Forbidden", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(404, "DomainNotLinked", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData(408, "Timeout", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData(413, "RequestTooLarge", SendOutcome.Rejected, SendFault.Message)]
    [InlineData(422, "Unprocessable", SendOutcome.Rejected, SendFault.Message)]
    [InlineData(429, "TooManyRequests", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData(500, "InternalServerError", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData(503, "ServiceUnavailable", SendOutcome.RetryAfter, SendFault.None)]
    public async Task SendAsync_SaysWhatToDo_WhenAzureDoesNotTakeTheMail(int status, string code, SendOutcome outcome, SendFault fault)
    {
        await using var server = await FakeServer.StartAsync(context =>
            HttpMethods.IsPost(context.Request.Method)
                ? Answers.Text($$$"""{"error":{"code":"{{{code}}}","message":"words"}}""", status: status)(context)
                : Answers.Status(404)(context)
        );

        var result = await SendAsync(server, pauses: 0);

        (result.Outcome, result.Fault).ShouldBe((outcome, fault));
        (result.Detail.Split(' ')[^1], result.Said).ShouldBe(($"{status}", $"{code} words"));
    }

    [Theory]
    [InlineData("Failed", "EmailDroppedAllRecipientsSuppressed", SendOutcome.Rejected, SendFault.Address)]
    [InlineData("Failed", "EmailDropped", SendOutcome.Rejected, SendFault.Message)]
    [InlineData("Failed", "InternalServerError", SendOutcome.RetryAfter, SendFault.None)]
    [InlineData("Failed", "DomainNotVerified", SendOutcome.RetryAfter, SendFault.Configuration)]
    [InlineData("Canceled", "", SendOutcome.RetryAfter, SendFault.None)]
    public async Task SendAsync_SaysWhatToDo_WhenTheOperationEndsBadly(string state, string code, SendOutcome outcome, SendFault fault)
    {
        await using var server = await FakeServer.StartAsync(context =>
            HttpMethods.IsPost(context.Request.Method)
                ? Takes(context)
                : Answers.Text($$$"""{"status":"{{{state}}}","error":{"code":"{{{code}}}","message":"words"}}""")(context)
        );

        var result = await SendAsync(server);

        (result.Outcome, result.Fault).ShouldBe((outcome, fault));
    }

    [Fact]
    public async Task SendAsync_WaitsAsAsked_WhenTheHourIsUsedUp()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(429, retryAfterSeconds: 1_200));

        (await SendAsync(server, pauses: 0)).RetryAfter.ShouldBe(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void Limits_AreThoseThatAzureBeginsWith_WhenNothingIsSet() =>
        new AcsMailChannel(
            new AcsOptions { Endpoint = "https://a.communication.azure.com", AccessKey = Key },
            SampleMail.Renderer(),
            _time
        ).Limits.ShouldBe(new Core.Deliveries.ChannelLimits(30, 100));

    private static Task Succeeds(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) ? Takes(context) : Answers.Text("""{"status":"Succeeded"}""")(context);

    private static Task Takes(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers["Operation-Location"] =
            $"{request.Scheme}://{request.Host}/emails/operations/{request.Headers["Operation-Id"]}?api-version=2025-09-01";
        return Answers.Text("""{"id":"1","status":"Running"}""", status: 202)(context);
    }

    private Task<SendResult> SendAsync(FakeServer server, AlertMail? mail = null, int pauses = 1)
    {
        var channel = new AcsMailChannel(new AcsOptions { Endpoint = server.Url, AccessKey = Key }, SampleMail.Renderer(), _time);
        return FinishAsync(channel.SendAsync(mail ?? SampleMail.Chips, Stop), pauses);
    }

    private async Task<SendResult> FinishAsync(Task<SendResult> sending, int pauses)
    {
        for (var pause = 0; pause < pauses; pause++)
        {
            await _time.BegunAsync(Pause, Stop);
            _time.Advance(Pause);
        }

        return await sending;
    }
}
