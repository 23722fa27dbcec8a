using MailKit.Net.Smtp;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MimeKit;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>
/// Sends mail over SMTP. Every failure is an answer; after one the connection is closed, because nobody knows where the conversation
/// stands.
/// </summary>
/// <param name="options">The mail server.</param>
/// <param name="renderer">Makes the message.</param>
/// <param name="time">Limits how long a send may take.</param>
public sealed class SmtpMailChannel(SmtpOptions options, MailRenderer renderer, TimeProvider time) : IChannel, IAsyncDisposable
{
    private readonly SmtpConnectionPool _connections = new(options, time);
    private readonly SmtpFailures _failures = new(options);

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public ChannelLimits Limits => new(options.PerMinute, options.PerHour);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!MailAddresses.IsUsable(mail.To.Address))
        {
            return MailAddresses.Malformed;
        }

        var atServer = false;
        try
        {
            using var message = renderer.BuildMessage(mail);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var connection = await _connections.RentAsync(both.Token);
            atServer = true;
            var words = await SendAsync(connection, message, both.Token);
            return new SendResult(SendOutcome.Sent, "Accepted.") { Said = _failures.Clean(words, mail.To.Address) };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            return _failures.Answer(failure, atServer, mail.To.Address);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private async Task<string> SendAsync(SmtpClient connection, MimeMessage message, CancellationToken cancellationToken)
    {
        var kept = false;
        try
        {
            var words = await connection.SendAsync(message, cancellationToken);
            _connections.Return(connection);
            kept = true;
            return words;
        }
        finally
        {
            if (!kept)
            {
                connection.Dispose();
            }
        }
    }
}
