using System.Net.Sockets;
using System.Text;
using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace MarketAlerts.Adapters.Tests.Channels.Smtp;

public sealed class SmtpMailChannelTests : IAsyncDisposable
{
    private readonly SmtpSink _sink = new();
    private readonly FakeTimeProvider _time = new();
    private readonly SmtpMailChannel _channel;

    public SmtpMailChannelTests() => _channel = Channel(new SmtpOptions { Port = _sink.Port });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_DeliversHeadersAndParts_WhenTheServerTakesTheMail()
    {
        var result = await _channel.SendAsync(SampleMail.Chips, Stop);

        result.ShouldBe(new SendResult(SendOutcome.Sent, "Accepted.") { Said = "2.0.0 accepted" });
        var received = _sink.Mails.ShouldHaveSingleItem();
        received.From.ShouldBe("alerts@marketalerts.example");
        received.To.ShouldBe(["reader@example.com"]);
        ShouldHaveHeaders(received.Message);
        Encoding.Latin1.GetString(received.Raw).ShouldContain($"<{SampleMail.Chips.Links.Unsubscribe}>");
    }

    [Fact]
    public async Task SendAsync_OffersTextFirstAndThePictureInline_WhenTheMailHasPaths()
    {
        await _channel.SendAsync(SampleMail.Chips, Stop);

        var body = _sink.Mails.ShouldHaveSingleItem().Message.Body.ShouldBeOfType<MultipartAlternative>();
        body[0].ShouldBeOfType<TextPart>().IsPlain.ShouldBeTrue();
        var related = body[1].ShouldBeOfType<MultipartRelated>();
        related.Root.ShouldBeOfType<TextPart>().Text!.ShouldContain($"cid:{related[1].ContentId}");
        related[1].ContentType.MimeType.ShouldBe("image/png");
        related[1].ContentDisposition!.Disposition.ShouldBe("inline");
    }

    [Fact]
    public async Task SendAsync_ReusesTheConnection_WhenTheLastSendWentWell()
    {
        await _channel.SendAsync(SampleMail.Chips, Stop);
        await _channel.SendAsync(SampleMail.Chips, Stop);

        _sink.Mails.Select(mail => mail.Connection).ShouldBe([1, 1]);
        _sink.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task SendAsync_ConnectsAnew_WhenTheIdleConnectionDied()
    {
        await _channel.SendAsync(SampleMail.Chips, Stop);
        _sink.DropConnections();

        (await _channel.SendAsync(SampleMail.Chips, Stop)).Outcome.ShouldBe(SendOutcome.Sent);
        _sink.Mails.Select(mail => mail.Connection).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <reader@example.com> unknown", "550 5.1.1", "5.1.1 <(the address)> unknown")]
    [InlineData("MAIL", "530 5.7.0 sign in first", "Configuration: the mail server wants a user name.", "")]
    [InlineData("MAIL", "538 5.7.11 encrypt first", "Configuration: 538 5.7.11", "5.7.11 encrypt first")]
    [InlineData(".", "554 5.6.0 refused\a content", "554 5.6.0", "5.6.0 refused content")]
    [InlineData("CONNECT", "554 no service", "Configuration: 554", "no service")]
    public async Task SendAsync_TellsTheCodes_AndOperatorsTheWords_WhenTheServerRefuses(string at, string reply, string detail, string said)
    {
        _sink.Script = command => command.StartsWith(at, StringComparison.Ordinal) ? reply : null;

        var result = await _channel.SendAsync(SampleMail.Chips, Stop);

        (result.Detail, result.Said.Replace("  ", " ", StringComparison.Ordinal)).ShouldBe((detail, said));

        _sink.Script = null;
        (await _channel.SendAsync(SampleMail.Chips, Stop)).Outcome.ShouldBe(SendOutcome.Sent);
        _sink.Connections.ShouldBe(2);
    }

    [Theory]
    [InlineData("CONNECT", SmtpSink.Drop)]
    [InlineData("RCPT", SmtpSink.Drop)]
    [InlineData("DATA", SmtpSink.DropInData)]
    [InlineData(".", SmtpSink.Drop)]
    [InlineData("EHLO", "gibberish")]
    public async Task SendAsync_AsksToRetry_WhenTheConversationBreaks(string at, string reply)
    {
        _sink.Script = command => command.StartsWith(at, StringComparison.Ordinal) ? reply : null;

        (await _channel.SendAsync(SampleMail.Chips, Stop)).Outcome.ShouldBe(SendOutcome.RetryAfter);
        _sink.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task SendAsync_AsksToRetry_WhenTheServerDoesNotAnswerInTime()
    {
        var received = new TaskCompletionSource();
        var silence = new TaskCompletionSource();
        _sink.BeforeAccepted = _ =>
        {
            received.SetResult();
            return silence.Task;
        };

        var sending = _channel.SendAsync(SampleMail.Chips, Stop);
        await received.Task.WaitAsync(Stop);
        _time.Advance(TimeSpan.FromSeconds(30));

        (await sending).ShouldBe(new SendResult(SendOutcome.RetryAfter, "The mail server did not answer within 30 s."));
        silence.SetResult();
    }

    [Fact]
    public async Task SendAsync_Throws_WhenTheCallerCancels()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _sink.BeforeAccepted = _ => cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _channel.SendAsync(SampleMail.Chips, cancel.Token));
    }

    [Fact]
    public async Task SendAsync_AsksToRetry_WhenNobodyListens()
    {
        using var taken = new Socket(SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)taken.LocalEndPoint!).Port;
        await using var channel = Channel(new SmtpOptions { Port = port });

        var result = await channel.SendAsync(SampleMail.Chips, Stop);

        result.ShouldBe(new SendResult(SendOutcome.RetryAfter, "The mail server cannot be reached: ConnectionRefused."));
    }

    [Theory]
    [InlineData(SmtpSecurity.Tls, null)]
    [InlineData(SmtpSecurity.StartTls, null)]
    [InlineData(SmtpSecurity.None, "user")]
    public async Task SendAsync_SpeaksOfConfiguration_WhenSettingsAndServerDisagree(SmtpSecurity security, string? user)
    {
        await using var channel = Channel(
            new SmtpOptions
            {
                Port = _sink.Port,
                Security = security,
                UserName = user,
                Password = "hunter2",
            }
        );

        var result = await channel.SendAsync(SampleMail.Chips, Stop);

        result.Outcome.ShouldBe(SendOutcome.RetryAfter);
        result.Detail.ShouldStartWith("Configuration: ");
        result.Detail.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task SendAsync_RejectsWithoutConnecting_WhenTheAddressIsMalformed()
    {
        (await _channel.SendAsync(SampleMail.Chips with { To = ChannelAddress.Email("no address") }, Stop)).Outcome.ShouldBe(
            SendOutcome.Rejected
        );
        _sink.Connections.ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _sink.DisposeAsync();
    }

    private static void ShouldHaveHeaders(MimeMessage message)
    {
        var mail = SampleMail.Chips;
        message.From.ToString().ShouldBe("\"MarketAlerts\" <alerts@marketalerts.example>");
        message.To.ToString().ShouldBe("reader@example.com");
        message.Subject.ShouldBe(mail.Subject);
        message.Date.ShouldBe(mail.Clock.Sent);
        $"<{message.MessageId}>".ShouldBe(mail.Thread.MessageId);
        $"<{message.InReplyTo}>".ShouldBe(mail.Thread.References[0]);
        message.References.Select(reference => $"<{reference}>").ShouldBe(mail.Thread.References);
        message.Headers["List-Unsubscribe"]!.Trim().ShouldBe($"<{mail.Links.Unsubscribe}>");
        message.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.Headers["X-MarketAlerts-Incident"].ShouldBe(mail.Content.IncidentId);
    }

    private SmtpMailChannel Channel(SmtpOptions options) => new(options, SampleMail.Renderer(), _time);
}
