using MailKit.Net.Smtp;
using MailKit.Security;
using MarketAlerts.Benchmarks.Harness;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>MailKit as its first example shows it: connect, send, disconnect.</summary>
/// <param name="port">The sink's port.</param>
/// <param name="connections">How many at the same time.</param>
/// <param name="ours">The messages.</param>
internal sealed class ConnectionPerMail(int port, int connections, OurMessages ours) : IMailRun
{
    private MimeMessage[] _messages = [];

    public string Name => $"MailKit, a connection a mail (one mail in {OneIn}, scaled)";

    public ContenderKind Kind => ContenderKind.Peer;

    public int OneIn => 4;

    public bool SendsOurBytes => true;

    public async Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken) =>
        _messages = await ours.OfAsync(batch, cancellationToken);

    public Task SendAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(
            _messages,
            options,
            async (message, token) =>
            {
                using var client = new SmtpClient();
                await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, token);
                await client.SendAsync(message, token);
                await client.DisconnectAsync(quit: true, token);
            }
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
