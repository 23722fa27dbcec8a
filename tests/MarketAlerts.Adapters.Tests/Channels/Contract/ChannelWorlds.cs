using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>All seven channels.</summary>
internal static class ChannelWorlds
{
    public static readonly string[] Names = ["Smtp", "Acs", "SendGrid", "Webhook", "Slack", "Teams", "Discord"];

    public static async Task<ChannelWorld> OpenAsync(string name) =>
        name switch
        {
            "Smtp" => new SmtpWorld(),
            "Acs" => new AcsWorld(await FakeServer.StartAsync()),
            "SendGrid" => new SendGridWorld(await FakeServer.StartAsync()),
            _ => new PostWorld(await FakeServer.StartAsync(), Enum.Parse<ChannelKind>(name)),
        };
}
