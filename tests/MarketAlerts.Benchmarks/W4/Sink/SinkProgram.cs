using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MarketAlerts.Benchmarks.W4.Sink;

/// <summary>
/// A mail server in a process of its own, which takes every mail and keeps none. It obeys lines on its standard input: <c>reset</c>,
/// <c>totals</c> and <c>wait MAILS SECONDS</c>; each is answered with the totals. It ends with its input.
/// </summary>
internal static class SinkProgram
{
    /// <summary>The word on the command line that starts it, before the milliseconds that each reply takes.</summary>
    public const string Word = "mail-sink";

    private const int Backlog = 4_096;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string delayMilliseconds)
    {
        var count = new SinkCount();
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Backlog);
        var accepting = AcceptAsync(listener, count, TimeSpan.FromMilliseconds(int.Parse(delayMilliseconds, CultureInfo.InvariantCulture)));
        await Console.Out.WriteLineAsync(((IPEndPoint)listener.LocalEndPoint!).Port.ToString(CultureInfo.InvariantCulture));
        while (await Console.In.ReadLineAsync() is { } order)
        {
            await ObeyAsync(order.Split(' '), count);
            await Console.Out.WriteLineAsync(count.Totals.ToString());
        }

        listener.Dispose();
        await accepting;
        return 0;
    }

    private static async Task ObeyAsync(string[] order, SinkCount count)
    {
        if (order[0] is "reset")
        {
            count.Reset();
        }
        else if (order[0] is "wait")
        {
            await count.WaitAsync(
                long.Parse(order[1], CultureInfo.InvariantCulture),
                TimeSpan.FromSeconds(int.Parse(order[2], CultureInfo.InvariantCulture))
            );
        }
    }

    private static async Task AcceptAsync(Socket listener, SinkCount count, TimeSpan delay)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync();
                socket.NoDelay = true;
                _ = Task.Run(new SinkConversation(socket, count, delay).RunAsync);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
