using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>
/// Open connections to the mail server. As many as are in use at the same time. One on which the server said something unasked, a farewell
/// or the end, is not used again; one that was idle for a while is probed before.
/// </summary>
/// <param name="options">The mail server.</param>
/// <param name="time">Limits the probe and the farewell.</param>
internal sealed class SmtpConnectionPool(SmtpOptions options, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan UnprobedFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentStack<(SmtpClient Connection, long Since)> _idle = new();
    private readonly ConditionalWeakTable<SmtpClient, Socket> _sockets = [];

    /// <summary>An idle connection that still answers, or a new one.</summary>
    public async Task<SmtpClient> RentAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryPop(out var idle))
        {
            if (
                !HasEnded(idle.Connection)
                && (time.GetElapsedTime(idle.Since) < UnprobedFor || await AnswersAsync(idle.Connection, cancellationToken))
            )
            {
                return idle.Connection;
            }

            idle.Connection.Dispose();
        }

        return await ConnectAsync(cancellationToken);
    }

    /// <summary>Keeps a connection whose last send went well.</summary>
    public void Return(SmtpClient connection) => _idle.Push((connection, time.GetTimestamp()));

    /// <summary>Says goodbye on every idle connection.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(ProbeTime, time);
        while (_idle.TryPop(out var idle))
        {
            using (idle.Connection)
            {
                await QuitAsync(idle.Connection, limit.Token);
            }
        }
    }

    /// <summary>Asks the operating system alone: a mail server speaks only when it is spoken to, unless it ends the conversation.</summary>
    private bool HasEnded(SmtpClient connection) =>
        _sockets.TryGetValue(connection, out var socket) && socket.Poll(0, SelectMode.SelectRead);

    private async Task<bool> AnswersAsync(SmtpClient connection, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(ProbeTime, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await connection.NoOpAsync(both.Token);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SmtpClient { Timeout = options.TimeoutSeconds * 1_000 };
        if (!string.IsNullOrEmpty(options.CertificateSha256))
        {
            connection.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                string.Equals(
                    certificate?.GetCertHashString(HashAlgorithmName.SHA256),
                    options.CertificateSha256,
                    StringComparison.OrdinalIgnoreCase
                );
        }

        Socket? socket = null;
        try
        {
            // MailKit's own socket leaves Nagle's algorithm on, which costs a delayed acknowledgement of 40 ms per mail.
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(options.Host, options.Port, cancellationToken);
            _sockets.Add(connection, socket);
            await connection.ConnectAsync(socket, options.Host, options.Port, Security(), cancellationToken);
            if (!string.IsNullOrEmpty(options.UserName))
            {
                await connection.AuthenticateAsync(options.UserName, options.Password ?? "", cancellationToken);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            socket?.Dispose();
            throw;
        }
    }

    private static async Task QuitAsync(SmtpClient connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or MailKit.ProtocolException
                        or MailKit.CommandException
            )
        {
            // It is closed anyway.
        }
    }

    private SecureSocketOptions Security() =>
        options.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
}
