using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.Tls;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

public sealed class WebhookClientTests
{
    private static readonly DateTimeOffset Now = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);

    public static TheoryData<int, SendOutcome, SendFault> Statuses =>
        [.. from row in WebhookAnswerCases.All from status in row.Statuses select (status, row.Outcome, row.Fault)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task PostAsync_SaysWhatToDo_WhenTheStatusIs(int status, SendOutcome outcome, SendFault fault)
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(status));

        var result = await PostAsync(server.Url);

        (result.Outcome, result.Fault).ShouldBe((outcome, fault));
        result.Detail.ShouldStartWith($"{status}");
        server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "17", 17)]
    [InlineData(503, "120", 120)]
    [InlineData(429, "0", 1)]
    [InlineData(429, "86400", 3600)]
    [InlineData(429, "Mon, 27 Jan 2025 14:31:30 GMT", 90)]
    [InlineData(429, "Mon, 27 Jan 2025 14:29:00 GMT", null)]
    [InlineData(429, "soon", null)]
    [InlineData(429, "-5", null)]
    public async Task PostAsync_WaitsAsAskedButAnHourAtMost_WhenTheOtherSideSaysHowLong(int status, string header, int? seconds)
    {
        await using var server = await FakeServer.StartAsync(context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (status, header);
            return Task.CompletedTask;
        });

        (await PostAsync(server.Url)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task PostAsync_FollowsNoRedirect_EvenToTheSameServer()
    {
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });

        var result = await PostAsync(server.Url);

        (result.Outcome, result.Fault, server.Asked.Count).ShouldBe((SendOutcome.Rejected, SendFault.Address, 1));
    }

    // The status is there: whatever becomes of the rest, the message was taken, and sending it again would be a double.
    [Fact]
    public async Task PostAsync_IsSent_WhenTheAnswerOfAnAcceptanceNeverEnds()
    {
        var waits = new TaskCompletionSource();
        await using var server = await FakeServer.StartAsync(Answers.Slow("accepted, and now listen", waits));

        var result = await PostAsync(server.Url);

        result.ShouldBe(new SendResult(SendOutcome.Sent, "200"));
    }

    [Fact]
    public async Task PostAsync_ReadsTheBeginning_WhenARefusalIsEndless()
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            await Answers.Endless(50_000_000)(context);
        });

        var result = await PostAsync(server.Url);

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.Rejected, SendFault.Message));
        result.Detail.ShouldBe("400");
        result.Said.Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Theory]
    [InlineData("http://example.com/hook")]
    [InlineData("ftp://example.com/hook")]
    [InlineData("https://user:pass@example.com/hook")]
    [InlineData("/hook")]
    [InlineData("")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("https://2852039166/metadata")] // The same as a number.
    public async Task PostAsync_RejectsWithoutAsking_WhenTheAddressIsNotOfThePublicInternet(string address)
    {
        var result = await PostAsync(address, new WebhookOptions());

        (result.Outcome, result.Fault).ShouldBe((SendOutcome.Rejected, SendFault.Address));
        result.Detail.ShouldNotContain("hook");
        result.Detail.ShouldNotContain("metadata");
    }

    [Theory]
    [InlineData(false, "http://127.0.0.1:{0}/hook", SendOutcome.Rejected)]
    [InlineData(true, "http://127.0.0.1:{0}/hook", SendOutcome.Sent)]
    [InlineData(true, "http://localhost:{0}/hook", SendOutcome.Sent)]
    [InlineData(true, "https://hook.example:{0}/hook", SendOutcome.Rejected)] // A name that points here is not allowed for that.
    public async Task PostAsync_AsksThisMachine_OnlyWhenTheSettingsAllowIt(bool isAllowed, string address, SendOutcome expected)
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(204));
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, new Uri(server.Url).Port);

        var result = await PostAsync(url, new WebhookOptions { AllowLoopback = isAllowed });

        result.Outcome.ShouldBe(expected);
        server.Asked.Count.ShouldBe(expected is SendOutcome.Sent ? 1 : 0);
    }

    [Fact]
    public async Task PostAsync_AsksToRetry_WhenTheCertificateIsNotTrusted()
    {
        using var certificate = SelfSigned.Create();
        await using var server = await FakeServer.StartAsync(Answers.Status(204), certificate);

        var result = await PostAsync(server.Url);

        result.ShouldBe(new SendResult(SendOutcome.RetryAfter, "The other side cannot be reached: there is no trusted TLS connection."));
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task PostAsync_TakesTheUrlOfTheSettings_WhenTheAddressNamesASecret()
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(204));
        var secrets = new ChannelSecretOptions { Urls = { ["desk"] = server.Url + "/T/B/secret-token" } };

        (await PostAsync("secret:DESK", secrets: secrets)).Outcome.ShouldBe(SendOutcome.Sent);
        server.Asked.ShouldHaveSingleItem().ShouldBe("/T/B/secret-token");

        (await PostAsync("secret:floor", secrets: secrets)).ShouldBe(
            new SendResult(SendOutcome.RetryAfter, "Configuration: ChannelSecrets has no 'floor'.") { Fault = SendFault.Configuration }
        );
    }

    [Fact]
    public async Task PostAsync_TracesNothing_BecauseTheAddressIsASecret()
    {
        var told = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.Enqueue(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await FakeServer.StartAsync(Answers.Status(204));

        await PostAsync(server.Url + "/T/B/one-secret-token");

        told.ShouldAllBe(tags => !tags.Contains("one-secret-token"));
        server.Posts.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("traceparent");
    }

    [Fact]
    public async Task PostAsync_AsksToRetry_WhenTheNameIsNotKnown()
    {
        using var client = new WebhookClient(
            new WebhookOptions(),
            new ChannelSecretOptions(),
            TimeProvider.System,
            new ConnectGuard(
                allowPrivate: false,
                (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)
            ).CreateHandler(),
            ConnectGuard.CreateHandler(allowPrivate: true)
        );

        var result = await client.PostAsync(
            new ChannelAddress(ChannelKind.Slack, "https://hooks.example/T/B/x"),
            "{}"u8.ToArray(),
            null,
            Stop
        );

        result.ShouldBe(new SendResult(SendOutcome.RetryAfter, "The other side cannot be reached: HostNotFound."));
    }

    private static async Task<SendResult> PostAsync(string address, WebhookOptions? options = null, ChannelSecretOptions? secrets = null)
    {
        using var client = new WebhookClient(
            options ?? new WebhookOptions { AllowLoopback = true },
            secrets ?? new ChannelSecretOptions(),
            new FakeTimeProvider(Now),
            new ConnectGuard(allowPrivate: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])).CreateHandler(),
            ConnectGuard.CreateHandler(allowPrivate: true)
        );
        return await client.PostAsync(new ChannelAddress(ChannelKind.Slack, address), "{}"u8.ToArray(), null, Stop);
    }
}
