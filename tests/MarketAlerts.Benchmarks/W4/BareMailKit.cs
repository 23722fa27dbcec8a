using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MarketAlerts.Benchmarks.Harness;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>The bound: the same bytes, made before, by MailKit alone over connections that are kept, without Nagle's algorithm.</summary>
/// <param name="port">The sink's port.</param>
/// <param name="connections">How many connections.</param>
/// <param name="ours">The messages.</param>
internal sealed class BareMailKit(int port, int connections, OurMessages ours) : IMailRun
{
    private readonly List<SmtpClient> _clients = [];
    private MimeMessage[] _messages = [];
    private int _next;

    public string Name => "bare MailKit, kept connections";

    public ContenderKind Kind => ContenderKind.Bound;

    public int OneIn => 1;

    public bool SendsOurBytes => true;

    public async Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        (_messages, _next) = (await ours.OfAsync(batch, cancellationToken), 0);
        while (_clients.Count < connections)
        {
            _clients.Add(await ConnectAsync(cancellationToken));
        }
    }

    public Task SendAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_clients.Select(client => Task.Run(() => SendAsync(client, cancellationToken), cancellationToken)));

    public ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        return ValueTask.CompletedTask;
    }

    private async Task SendAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        for (var at = Interlocked.Increment(ref _next) - 1; at < _messages.Length; at = Interlocked.Increment(ref _next) - 1)
        {
            await client.SendAsync(_messages[at], cancellationToken);
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port, cancellationToken);
        var client = new SmtpClient();
        await client.ConnectAsync(socket, "127.0.0.1", port, SecureSocketOptions.None, cancellationToken);
        return client;
    }
}
