using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Wording;
using MarketAlerts.Functions.Composition;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// Two questions about channels, answered without a running host: does a message arrive, and which key does its receiver need.
/// </summary>
internal static class ChannelCommands
{
    /// <summary>The settings of a <c>local.settings.json</c> here, under the environment and the arguments.</summary>
    public static IConfiguration Settings(string[] arguments) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(LocalSettings.Read(Directory.GetCurrentDirectory()))
            .AddEnvironmentVariables()
            .AddCommandLine(arguments)
            .Build();

    /// <summary>
    /// Sends a test message by the channels as they are composed for production, and says what the other side answered; 0 when it took the
    /// message.
    /// </summary>
    /// <exception cref="FormatException">The address is none.</exception>
    public static async Task<int> SendTestAsync(string address, IConfiguration settings, TextWriter says)
    {
        var to = TestAddress.Parse(address);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(settings)
            .AddMarketAlerts(settings)
            .BuildServiceProvider();
        var sender = services.GetRequiredService<SenderOptions>();
        var mail = TestMessage.To(to, sender.Domain, settings["Links:BaseUrl"], services.GetRequiredService<TimeProvider>().GetUtcNow());
        await says.WriteLineAsync($"Sending to {to.Display}...");
        var result = await services.GetRequiredService<ChannelSet>().ChannelOf(to.Kind).SendAsync(mail, CancellationToken.None);
        await says.WriteLineAsync($"{result.Outcome}: {result.ForOperators}");
        if (result.Outcome is SendOutcome.Sent)
        {
            return 0;
        }

        await says.WriteLineAsync(WhatToDo(result));
        return 1;
    }

    /// <summary>Tells the key that a webhook's receiver verifies signatures with, for each master key; 0 when there is one.</summary>
    /// <exception cref="FormatException">The address or a master key is none.</exception>
    public static async Task<int> TellKeyAsync(string address, IConfiguration settings, TextWriter says)
    {
        var url =
            Uri.TryCreate(address, UriKind.Absolute, out var known) && WebAddress.IsUsable(known)
                ? known
                : throw new FormatException("--url is the webhook's whole address.");
        var secrets = WebhookKeys
            .Parse(settings[$"{WebhookOptions.Section}:{nameof(WebhookOptions.MasterKeys)}"])
            .SecretsFor(url)
            .ToArray();
        if (secrets is [])
        {
            await says.WriteLineAsync("Webhooks:MasterKeys is empty. Put a key there, base64 of 32 random bytes: openssl rand -base64 32");
            return 1;
        }

        foreach (var (index, secret) in secrets.Index())
        {
            await says.WriteLineAsync(index is 0 ? secret : $"{secret} (of an older master key)");
        }

        return 0;
    }

    private static string WhatToDo(SendResult result) =>
        result.Fault switch
        {
            SendFault.Address or SendFault.AddressForNow => "The address does not take messages: check it, or have a new one made.",
            SendFault.Configuration => "The settings are not right: see docs/channels.md for this channel's.",
            SendFault.Message => "The other side works but does not like this message: its words above say why.",
            _ => "The other side is busy, down or out of reach: check that it runs and can be reached from here, then try again.",
        };
}
