using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Channels.Smtp;

public sealed class SmtpReplyTests
{
    public static TheoryData<string, string> Cases => [.. SmtpReplyCases.All.Select(reply => (reply.At, reply.Reply))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task SendAsync_SaysWhatToDo_WhenTheServerRefuses(string at, string reply)
    {
        var expected = SmtpReplyCases.All.Single(known => (known.At, known.Reply) == (at, reply));
        await using var sink = new SmtpSink { Account = at is "AUTH" ? ("alerts", "secret") : null };
        await using var channel = new SmtpMailChannel(
            new SmtpOptions
            {
                Port = sink.Port,
                UserName = at is "AUTH" ? "alerts" : null,
                Password = "secret",
            },
            SampleMail.Renderer(),
            new FakeTimeProvider()
        );
        sink.Script = command =>
            command.StartsWith(at, StringComparison.Ordinal) || (at is "EHLO" && command.StartsWith("HELO", StringComparison.Ordinal))
                ? reply
                : null;

        var result = await channel.SendAsync(SampleMail.Chips, Stop);

        (result.Outcome, result.Fault, result.RetryAfter).ShouldBe((expected.Outcome, expected.Fault, expected.RetryAfter));
        result.Detail.StartsWith("Configuration: ", StringComparison.Ordinal).ShouldBe(expected.Fault is SendFault.Configuration);
    }

    [Theory]
    [InlineData("5.1.1 unknown", 5, 1, 1)]
    [InlineData(" 4.7.28", 4, 7, 28)]
    [InlineData("5.1.10\nand more", 5, 1, 10)]
    public void In_FindsTheCode_WhenTheTextBeginsWithIt(string text, int kind, int subject, int detail) =>
        SmtpStatus.In(text).ShouldBe(new SmtpStatus(kind, subject, detail));

    [Theory]
    [InlineData("")]
    [InlineData("no such user 5.1.1")]
    [InlineData("5.1")]
    [InlineData("3.1.1 of a class that is none")]
    [InlineData("5.1.1234 too long")]
    [InlineData("5.1.1.1 an address")]
    public void In_FindsNone_WhenThereIsNone(string text) => SmtpStatus.In(text).ShouldBeNull();
}
