using MarketAlerts.Adapters.Channels.Acs;
using MarketAlerts.Adapters.Channels.SendGrid;
using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class ChannelsTests
{
    private static readonly FakeTimeProvider Today = new(new DateTimeOffset(2025, 1, 27, 14, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null, typeof(SmtpMailChannel))]
    [InlineData("Smtp", typeof(SmtpMailChannel))]
    [InlineData("acs", typeof(AcsMailChannel))]
    [InlineData("SendGrid", typeof(SendGridMailChannel))]
    public async Task Build_HasOneChannelOfEachKind_WithTheProviderOfTheSettings(string? provider, Type expected)
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("Email:Provider", provider),
            ("Email:Acs:Endpoint", "https://a.communication.azure.com"),
            ("Email:SendGrid:ApiKey", "SG.key")
        );

        services.GetServices<IChannel>().Select(channel => channel.Kind).ShouldBe(Enum.GetValues<ChannelKind>(), ignoreOrder: true);
        services.GetRequiredService<ChannelSet>().ChannelOf(ChannelKind.Email).GetType().ShouldBe(expected);
        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Theory]
    [InlineData("Acs", "Email:Acs:Endpoint", null, "The Endpoint field is required.")]
    [InlineData(
        "Acs",
        "Email:Acs:Endpoint",
        "http://a.communication.azure.com",
        "Email:Acs:Endpoint must be an https address without path"
    )]
    [InlineData(
        "Acs",
        "Email:Acs:Endpoint",
        "https://a.communication.azure.com/emails",
        "Email:Acs:Endpoint must be an https address without path"
    )]
    [InlineData("Acs", "Email:Acs:AccessKey", "not base64!", "Email:Acs:AccessKey must be the key as the portal shows it, in base64.")]
    [InlineData("Acs", "Email:Acs:TimeoutSeconds", "101", "The field TimeoutSeconds must be between 1 and 100.")]
    [InlineData("SendGrid", "Email:SendGrid:ApiKey", null, "The ApiKey field is required.")]
    [InlineData("SendGrid", "Email:SendGrid:ApiKey", "SG key", "Email:SendGrid:ApiKey must be plain ASCII characters without spaces.")]
    [InlineData("Smtp", "Email:Smtp:CertificateSha256", "12", "The field CertificateSha256 must match the regular expression")]
    [InlineData(
        "Smtp",
        "Webhooks:MasterKeys",
        "c2hvcnQ=",
        "Webhooks:MasterKeys must be base64 of at least 32 random bytes each, separated by spaces"
    )]
    [InlineData("Smtp", "ChannelSecrets:desk", "hooks", "ChannelSecrets:desk must be a web address.")]
    public async Task Validate_SaysWhatIsRight_WhenASettingOfAChannelIsMissingOrWrong(
        string provider,
        string key,
        string? value,
        string message
    )
    {
        await using var services = GivenApp.BuildAt(
            Today,
            ("Email:Provider", provider),
            ("Email:Acs:Endpoint", "https://a.communication.azure.com"),
            ("Email:SendGrid:ApiKey", "SG.key"),
            (key, value)
        );

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        failure.Failures.ShouldHaveSingleItem().ShouldContain(message);
    }

    [Theory]
    [InlineData("Email:Acs:Endpoint", "nonsense")]
    [InlineData("Email:SendGrid:BaseUrl", "nonsense")]
    public async Task Validate_LooksAtTheChosenProviderOnly_WhenOthersAreWrong(string key, string value)
    {
        await using var services = GivenApp.BuildAt(Today, (key, value));

        Should.NotThrow(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Build_KnowsTheSecrets_ByTheirNames()
    {
        await using var services = GivenApp.BuildAt(Today, ("ChannelSecrets:desk", "https://hooks.slack.com/services/T/B/x"));

        services
            .GetRequiredService<ChannelSecretOptions>()
            .Urls.ShouldHaveSingleItem()
            .ShouldBe(new KeyValuePair<string, string?>("desk", "https://hooks.slack.com/services/T/B/x"));
    }

    [Fact]
    public async Task Of_IsTheOneRegisteredLast_WhenThereAreSeveralOfAKind()
    {
        await using var services = GivenApp.BuildAt(Today);
        var last = new SmtpMailChannel(new SmtpOptions(), services.GetRequiredService<Adapters.Mail.MailRenderer>(), Today);

        new ChannelSet([.. services.GetServices<IChannel>(), last]).ChannelOf(ChannelKind.Email).ShouldBe(last);
        Should
            .Throw<InvalidOperationException>(() => new ChannelSet([last]).ChannelOf(ChannelKind.Teams))
            .Message.ShouldBe("No channel of the kind Teams is registered.");
    }
}
