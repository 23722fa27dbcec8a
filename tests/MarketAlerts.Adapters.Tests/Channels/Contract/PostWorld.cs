using MarketAlerts.Adapters.Channels.Discord;
using MarketAlerts.Adapters.Channels.Slack;
using MarketAlerts.Adapters.Channels.Teams;
using MarketAlerts.Adapters.Channels.Webhooks;
using MarketAlerts.Adapters.Channels.Webhooks.Signed;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>A channel that posts to an address of the subscriber's: the address itself is the secret.</summary>
internal sealed class PostWorld : HttpWorld
{
    private const string Path = "/services/T0001/B0002/dGhlLXRva2Vu?code=aHVudGVyMg";

    private readonly ChannelKind _kind;

    public PostWorld(FakeServer server, ChannelKind kind)
        : base(server)
    {
        _kind = kind;
        Channel = Make();
        Does(Behaviour.Accepts);
    }

    public override IChannel Channel { get; }

    public override ChannelKind Kind => _kind;

    public override ChannelAddress To => new(_kind, Server.Url + Path);

    public override ChannelAddress Malformed => new(_kind, "no address");

    public override TimeSpan Limit => TimeSpan.FromSeconds(10);

    public override IReadOnlyList<string> Secrets => ["dGhlLXRva2Vu", "aHVudGVyMg", Path, Server.Url + Path];

    /// <summary>These addresses are keys: one that is not accepted is no address any more.</summary>
    public override (SendOutcome Outcome, SendFault Fault) WhenWeAreRefused => (SendOutcome.Rejected, SendFault.Address);

    protected override RequestDelegate Accepts => Answers.Text("ok", "text/html");

    public override IChannel At(int port) => new Elsewhere(Make(), new ChannelAddress(_kind, $"http://127.0.0.1:{port}{Path}"));

    private IChannel Make()
    {
        var options = new WebhookOptions { MasterKeys = TestKeys.Signing, AllowLoopback = true };
        var client = new WebhookClient(options, new ChannelSecretOptions(), Time);
        return _kind switch
        {
            ChannelKind.Slack => new SlackChannel(client),
            ChannelKind.Teams => new TeamsChannel(client),
            ChannelKind.Discord => new DiscordChannel(client),
            _ => new SignedWebhookChannel(client, options, Time),
        };
    }
}
