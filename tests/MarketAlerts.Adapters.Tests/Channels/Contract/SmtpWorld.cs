using MarketAlerts.Adapters.Channels.Smtp;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Smtp;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>A mail server that wants a user name.</summary>
internal sealed class SmtpWorld : ChannelWorld
{
    private const string Password = "hunter2-hunter2";

    private readonly SmtpSink _sink = new() { Account = ("alerts", Password) };
    private readonly SmtpMailChannel _channel;

    public SmtpWorld() => _channel = Make(_sink.Port);

    public override IChannel Channel => _channel;

    public override ChannelKind Kind => ChannelKind.Email;

    public override ChannelAddress To => ChannelAddress.Email("reader@example.com");

    public override ChannelAddress Malformed => ChannelAddress.Email("no address");

    public override TimeSpan Limit => TimeSpan.FromSeconds(30);

    public override IReadOnlyList<byte[]> Received => [.. _sink.Mails.Select(mail => mail.Raw)];

    public override IReadOnlyList<string> Secrets => [Password, To.Address];

    public override TimeSpan? WhenBusy => null;

    public override void Does(Behaviour behaviour)
    {
        var (at, reply) = behaviour switch
        {
            Behaviour.IsBusy => ("RCPT", "450 4.2.1 mailbox busy"),
            Behaviour.IsDown => ("CONNECT", "421 4.3.2 closing"),
            Behaviour.RefusesTheMessage => (".", "554 5.6.0 bad content"),
            Behaviour.KnowsNoSuchAddress => ("RCPT", "550 5.1.1 unknown"),
            Behaviour.RefusesUs => ("AUTH", "535 5.7.8 who are you"),
            Behaviour.HangsUp => ("DATA", SmtpSink.DropInData),
            Behaviour.RepeatsSecrets => ("RCPT", $"550 5.1.1 no: {string.Join(' ', Secrets)}"),
            _ => ("", null),
        };
        _sink.Script = command => reply is not null && command.StartsWith(at, StringComparison.Ordinal) ? reply : null;
        _sink.BeforeAccepted = behaviour is Behaviour.IsSilent ? _ => Silence() : null;
    }

    public override IChannel At(int port) => Make(port);

    public override async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _sink.DisposeAsync();
    }

    private SmtpMailChannel Make(int port) =>
        new(
            new SmtpOptions
            {
                Port = port,
                UserName = "alerts",
                Password = Password,
            },
            SampleMail.Renderer(),
            Time
        );

    private Task Silence()
    {
        Waits.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}
