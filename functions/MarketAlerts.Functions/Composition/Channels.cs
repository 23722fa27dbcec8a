using MarketAlerts.Adapters.Channels.Acs;
using MarketAlerts.Adapters.Channels.Discord;
using MarketAlerts.Adapters.Channels.SendGrid;
using MarketAlerts.Adapters.Channels.Slack;
using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Channels.Teams;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MarketAlerts.Functions.Composition;

/// <summary>The registration list of the channels, one line each.</summary>
internal static class Channels
{
    /// <summary>Registers the channels; mail by the provider of the settings, whose settings alone are looked at.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddContract<ProviderOptions>(configuration, ProviderOptions.Section)
            .AddMail(configuration)
            .AddPosts(configuration)
            .AddSingleton<IChannel, SignedWebhookChannel>()
            .AddSingleton<IChannel, SlackChannel>()
            .AddSingleton<IChannel, TeamsChannel>()
            .AddSingleton<IChannel, DiscordChannel>()
            .AddSingleton<ChannelSet>();

    private static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) =>
        ProviderOf(configuration) switch
        {
            MailProvider.Acs => services
                .AddContract<AcsOptions>(configuration, AcsOptions.Section)
                .AddSingleton<IChannel, AcsMailChannel>(),
            MailProvider.SendGrid => services
                .AddContract<SendGridOptions>(configuration, SendGridOptions.Section)
                .AddSingleton<IChannel, SendGridMailChannel>(),
            _ => services.AddContract<SmtpOptions>(configuration, SmtpOptions.Section).AddSingleton<IChannel, SmtpMailChannel>(),
        };

    /// <summary>What all channels share that post to an address of the subscriber's.</summary>
    private static IServiceCollection AddPosts(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<ChannelSecretOptions>()
            .Configure(options => ReadSecrets(options, configuration))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddContract<WebhookOptions>(configuration, WebhookOptions.Section)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<ChannelSecretOptions>>().Value)
            .AddSingleton<WebhookClient>();
    }

    private static void ReadSecrets(ChannelSecretOptions options, IConfiguration configuration)
    {
        foreach (var secret in configuration.GetSection(ChannelSecretOptions.Section).GetChildren())
        {
            options.Urls[secret.Key] = secret.Value;
        }
    }

    /// <summary>One that does not exist is refused with all else that is wrong, when the host starts.</summary>
    private static MailProvider ProviderOf(IConfiguration configuration) =>
        Enum.TryParse<MailProvider>(
            configuration[$"{ProviderOptions.Section}:{nameof(ProviderOptions.Provider)}"],
            ignoreCase: true,
            out var provider
        )
            ? provider
            : MailProvider.Smtp;
}
