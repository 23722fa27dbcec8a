using MarketAlerts.Adapters.Channels.SendGrid;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>SendGrid as its documents say it answers.</summary>
internal sealed class SendGridWorld : HttpWorld
{
    private const string Key = "SG.aHVudGVyMg.bm90LWEta2V5";

    public SendGridWorld(FakeServer server)
        : base(server)
    {
        Channel = Make(server.Url);
        Does(Behaviour.Accepts);
    }

    public override IChannel Channel { get; }

    public override ChannelKind Kind => ChannelKind.Email;

    public override ChannelAddress To => ChannelAddress.Email("reader@example.com");

    public override ChannelAddress Malformed => ChannelAddress.Email("no address");

    public override TimeSpan Limit => TimeSpan.FromSeconds(30);

    public override IReadOnlyList<string> Secrets => [Key, To.Address];

    protected override RequestDelegate Accepts => Answers.Status(202);

    protected override RequestDelegate RefusesUs =>
        Answers.Text(
            """{"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked","field":null,"help":null}]}""",
            status: 401
        );

    protected override RequestDelegate KnowsNoSuchAddress =>
        Answers.Text(
            """{"errors":[{"message":"Does not contain a valid address.","field":"personalizations.0.to.0.email","help":"http://sendgrid.com/docs"}]}""",
            status: 400
        );

    protected override RequestDelegate RefusesTheMessage =>
        Answers.Text("""{"errors":[{"message":"The content value must be a string.","field":"content.0.value"}]}""", status: 400);

    public override IChannel At(int port) => Make($"http://127.0.0.1:{port}");

    private SendGridMailChannel Make(string url) => new(new SendGridOptions { BaseUrl = url, ApiKey = Key }, SampleMail.Renderer(), Time);
}
