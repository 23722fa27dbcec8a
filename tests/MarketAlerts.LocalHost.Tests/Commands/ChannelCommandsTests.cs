using MarketAlerts.LocalHost.Commands;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.Configuration;

namespace MarketAlerts.LocalHost.Tests.Commands;

public sealed class ChannelCommandsTests
{
    private static readonly string Master = TestKeys.Signing;

    [Fact]
    public async Task SendTestAsync_SendsAMail_WhenTheServerTakesIt()
    {
        await using var sink = new SmtpSink();

        var (code, said) = await SendAsync("reader@example.com", ("Email:Smtp:Port", $"{sink.Port}"));

        (code, said).ShouldBe((0, "Sending to email r…@example.com...\nSent: Accepted. «2.0.0 accepted»\n"));
        var mail = sink.Mails.ShouldHaveSingleItem();
        mail.Message.Subject.ShouldBe("MarketAlerts: test message");
        mail.Message.TextBody!.ShouldContain("Test message: MarketAlerts can reach you here.");
    }

    [Fact]
    public async Task SendTestAsync_SaysWhatToDo_WhenNobodyIsThere()
    {
        await using var sink = new SmtpSink
        {
            Script = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 unknown" : null,
        };

        var (code, said) = await SendAsync("reader@example.com", ("Email:Smtp:Port", $"{sink.Port}"));

        code.ShouldBe(1);
        said.ShouldEndWith("Rejected: 550 5.1.1 «5.1.1 unknown»\nThe address does not take messages: check it, or have a new one made.\n");
    }

    [Theory]
    [InlineData("webhook")]
    [InlineData("slack")]
    [InlineData("teams")]
    [InlineData("discord")]
    public async Task SendTestAsync_PostsToAUrl_AndTellsNothingOfIt(string kind)
    {
        await using var server = await FakeServer.StartAsync(Answers.Status(202));

        var (code, said) = await SendAsync(
            $"{kind}:{server.Url}/T/secret-token",
            ("Webhooks:AllowLoopback", "true"),
            ("Webhooks:MasterKeys", Master)
        );

        (code, said).ShouldBe((0, $"Sending to {kind} 127.0.0.1...\nSent: 202\n"));
        server.Posts.ShouldHaveSingleItem().Text.ShouldContain("MarketAlerts can reach you here");
    }

    [Theory]
    [InlineData(
        "slack:secret:desk",
        "ChannelSecrets has no 'desk'.",
        "The settings are not right: see docs/channels.md for this channel's."
    )]
    [InlineData("slack:nonsense", "The address is none to post to", "The address does not take messages")]
    public async Task SendTestAsync_SaysWhatToDo_WhenTheAddressOrTheSettingsAreWrong(string address, string detail, string advice)
    {
        var (code, said) = await SendAsync(address);

        code.ShouldBe(1);
        said.ShouldContain(detail);
        said.ShouldContain(advice);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("pager:https://example.com")]
    [InlineData("slack:")]
    [InlineData("https://hooks.slack.com/services/T/B/x")]
    public async Task SendTestAsync_RefusesAnAddress_WithoutRepeatingIt(string address) =>
        (await Should.ThrowAsync<FormatException>(() => SendAsync(address))).Message.ShouldBe(
            "--to is a mail address, or webhook:, slack:, teams: or discord: with a URL or with secret:NAME."
        );

    [Fact]
    public async Task TellKeyAsync_TellsEachKey_TheNewestFirst()
    {
        var says = new StringWriter { NewLine = "\n" };
        var older = TestKeys.Of(2);

        var code = await ChannelCommands.TellKeyAsync(
            "https://example.com/hook",
            Settings(("Webhooks:MasterKeys", $"{Master} {older}")),
            says
        );

        // HMAC-SHA256 of "webhook|https://example.com/hook" with the SHA-256 of the bytes 0 and 2, computed with Python's hmac.
        (code, says.ToString()).ShouldBe(
            (
                0,
                "whsec_RJPPv3nYL+1SF6R+BHXNJqNjTM8wF/RJ7KPZ86YKPkk=\nwhsec_1cXCekpxzJm2HGHxixCSfW9EdFKWMCwRS76udrfDhY8= (of an "
                    + "older master key)\n"
            )
        );
    }

    [Fact]
    public async Task TellKeyAsync_SaysHowToMakeOne_WhenThereIsNoMasterKey()
    {
        var says = new StringWriter { NewLine = "\n" };

        (await ChannelCommands.TellKeyAsync("https://example.com/hook", Settings(), says)).ShouldBe(1);

        says.ToString().ShouldBe("Webhooks:MasterKeys is empty. Put a key there, base64 of 32 random bytes: openssl rand -base64 32\n");
    }

    private static async Task<(int Code, string Said)> SendAsync(string address, params (string Key, string Value)[] settings)
    {
        var says = new StringWriter { NewLine = "\n" };
        var code = await ChannelCommands.SendTestAsync(address, Settings(settings), says);
        return (code, says.ToString());
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build();
}
