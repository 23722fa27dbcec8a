using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace MarketAlerts.Testing.Smtp;

/// <summary>A mail server in this process on a free loopback port that keeps every mail and can be told how to misbehave.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    /// <summary>A scripted reply that hangs up instead.</summary>
    public const string Drop = "";

    /// <summary>A scripted reply to DATA that says go on and hangs up after the first line.</summary>
    public const string DropInData = "drop in data";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();
    private readonly ConcurrentDictionary<int, TcpClient> _open = new();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;
    private int _connections;

    /// <summary>Starts it.</summary>
    public SmtpSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The connections so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The mails so far, kept before they are acknowledged.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>
    /// The reply to a command, or null for the usual one. Also asked for <c>CONNECT</c> (the greeting) and <c>.</c> (the end of the data).
    /// </summary>
    public Func<string, string?>? Script { get; set; }

    /// <summary>Whether mails are kept with their bytes; of many, their envelopes may do.</summary>
    public bool KeepsBytes { get; set; } = true;

    /// <summary>With it, STARTTLS is offered.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>
    /// With it, nobody may send without signing in, and where there is a certificate not before the connection is encrypted.
    /// </summary>
    public (string User, string Password)? Account { get; set; }

    /// <summary>Runs before a mail is acknowledged.</summary>
    public Func<ReceivedMail, Task>? BeforeAccepted { get; set; }

    /// <summary>Runs after a mail is acknowledged, before the next command is read.</summary>
    public Func<ReceivedMail, Task>? AfterAccepted { get; set; }

    /// <summary>Hangs up on everybody.</summary>
    public void DropConnections()
    {
        foreach (var number in _open.Keys)
        {
            Close(number);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        DropConnections();
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    internal void Keep(ReceivedMail mail) => _mails.Enqueue(mail);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                var number = Interlocked.Increment(ref _connections);
                _open[number] = client;
                _sessions.Add(ServeAsync(client, number));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client, int number)
    {
        await Task.Yield();
        try
        {
            await new SmtpSession(this, client.GetStream(), number).RunAsync(_stop.Token);
        }
        catch (InvalidOperationException) when (!client.Connected)
        {
            // Hung up before a word.
        }
        finally
        {
            Close(number);
        }
    }

    private void Close(int number)
    {
        if (_open.TryRemove(number, out var client))
        {
            client.Dispose();
        }
    }
}
