using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;

namespace MarketAlerts.Testing.ServiceBus;

/// <summary>
/// A Service Bus namespace on a free loopback port: AMQP over TCP as the emulator speaks it, so that the real client is what is tested. It
/// signs in by <c>$cbs</c>, takes single messages and batches, schedules, drops duplicates, locks, completes, abandons, and keeps dead
/// letters. It has no topics, sessions, transactions or management links, and no locks that end by themselves.
/// </summary>
public sealed class BrokerDouble : IAsyncDisposable
{
    private const int Tries = 5;
    private const int MostBytesAFrame = 65_536;
    private readonly ConcurrentDictionary<string, BrokerQueue> _queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly AmqpConnectionListener _listener;
    private readonly int _port;

    private BrokerDouble(TimeProvider time, string[] queues)
    {
        foreach (var queue in queues)
        {
            var dead = new BrokerQueue(time, null);
            _queues[$"{queue}/$DeadLetterQueue"] = dead;
            _queues[queue] = new BrokerQueue(time, dead);
        }

        SignIn = new BrokerSignIn();
        (_listener, _port) = Listen();
    }

    /// <summary>How clients reach it; the key is no secret, whatever it says is let in.</summary>
    public string ConnectionString =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Endpoint=sb://"
                + $"127.0.0.1:{_port};SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;"
        );

    /// <summary>Who signed in.</summary>
    public BrokerSignIn SignIn { get; }

    /// <summary>Starts one with these queues.</summary>
    /// <param name="time">When scheduled messages are there, and when messages came.</param>
    /// <param name="queues">Their names.</param>
    public static BrokerDouble Start(TimeProvider time, params string[] queues) => new(time, queues);

    /// <summary>One of its queues.</summary>
    public BrokerQueue Queue(string name) => _queues[name];

    /// <summary>The dead letters of one of its queues.</summary>
    public BrokerQueue DeadLetters(string name) => _queues[$"{name}/$DeadLetterQueue"];

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _listener.Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>Attaches a link to what it names.</summary>
    /// <exception cref="AmqpException">There is no such queue.</exception>
    internal void Attach(AmqpLink link)
    {
        var address = (link.IsReceiver ? ((Target)link.Settings.Target).Address : ((Source)link.Settings.Source).Address)
            .ToString()!
            .TrimStart('/');
        if (address is "$cbs")
        {
            SignIn.Attach(link);
        }
        else if (_queues.TryGetValue(address, out var queue))
        {
            queue.Attach(link);
        }
        else
        {
            throw new AmqpException(AmqpErrorCode.NotFound, $"The messaging entity '{address}' could not be found.");
        }
    }

    /// <summary>The most bytes that a message to this address may have.</summary>
    internal ulong MostBytesOf(Address? address) =>
        _queues.TryGetValue(address?.ToString()?.TrimStart('/') ?? "", out var queue) ? queue.MostBytes : MostBytesAFrame;

    private (AmqpConnectionListener Listener, int Port) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var settings = new AmqpSettings { RuntimeProvider = new BrokerLinks(this) };
            var sasl = new SaslTransportProvider();
            sasl.Versions.Add(new AmqpVersion(1, 0, 0));
            sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
            settings.TransportProviders.Add(sasl);
            var amqp = new AmqpTransportProvider();
            amqp.Versions.Add(new AmqpVersion(1, 0, 0));
            settings.TransportProviders.Add(amqp);
            var connections = new AmqpConnectionSettings { ContainerId = nameof(BrokerDouble), MaxFrameSize = MostBytesAFrame };
            var listener = new AmqpConnectionListener(
                [string.Create(CultureInfo.InvariantCulture, $"amqp://127.0.0.1:{port}")],
                settings,
                connections
            );
            try
            {
                listener.Open();
                return (listener, port);
            }
            catch (SocketException) when (attempt < Tries)
            {
                // Somebody took the port since it was free.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
