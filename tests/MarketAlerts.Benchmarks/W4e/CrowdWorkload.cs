using System.Diagnostics;
using System.Globalization;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.W4.Sink;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.Functions.Composition;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Crowd;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Benchmarks.W4e;

/// <summary>
/// W4e: one crash that 10,000 subscribers asked for, from the quotes to the last mail accepted, on a real Azurite into a mail server in a
/// process of its own.
/// </summary>
/// <param name="size">How many subscribers; <c>MARKETALERTS_CROWD</c> in the environment sets another number.</param>
internal sealed class CrowdWorkload(int size = 10_000) : IWorkload
{
    /// <summary>The unit of the goal: what the group wait is not to be made longer by.</summary>
    public const string LastAccepted = "ms, end of the group wait to the last mail accepted";

    private const string Variable = "MARKETALERTS_CROWD";

    public string Name => "W4e";

    public string Title =>
        $"one crash that 10,000 readers asked for: from the quotes to a mail of their own each ({Variable}=1000 for fewer)";

    private int Size =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var given)
        && given is >= 1 and <= 100_000
            ? given
            : size;

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var sink = await MailSink.StartAsync(TimeSpan.Zero, cancellationToken);
        var (time, messages) = (new FakeTimeProvider(CrowdWorld.Start), new CrowdMessages());
        var (quotes, counter) = (new CrowdQuotes(time), new RequestCounter());
        await using var services = Compose(sink.Port, time, quotes, messages, counter);
        var desk = new CrowdWorld(services, time, quotes, messages, Size);
        progress.Say($"{Name}: loading {Size} readers");
        await EnterAsync(desk, cancellationToken);
        var events = await desk.FallAsync(cancellationToken);

        var (start, requests, cpu) = (Stopwatch.GetTimestamp(), counter.SoFar.Requests, Environment.CpuUsage.TotalTime);
        var flushRequests = await desk.RouteAsync(events, cancellationToken);
        var (routed, routing, routingCpu) = (
            Stopwatch.GetElapsedTime(start),
            counter.SoFar.Requests - requests,
            Environment.CpuUsage.TotalTime - cpu
        );
        progress.Say($"{Name}: routed and filed: {routed.TotalMilliseconds:0} ms");

        (start, requests, cpu) = (Stopwatch.GetTimestamp(), counter.SoFar.Requests, Environment.CpuUsage.TotalTime);
        var flushing = desk.FlushAsync(flushRequests, cancellationToken);
        while ((await sink.WaitAsync(Size, cancellationToken)).Mails < Size && !flushing.IsCompleted)
        {
            progress.Say($"{Name}: not everybody has their mail yet");
        }

        var accepted = Stopwatch.GetElapsedTime(start);
        await flushing;
        var (flushed, sending, sendingCpu) = (
            Stopwatch.GetElapsedTime(start),
            counter.SoFar.Requests - requests,
            Environment.CpuUsage.TotalTime - cpu
        );
        Check(desk, await sink.TotalsAsync(cancellationToken));
        return
        [
            Ours(routed.TotalMilliseconds, "ms, route and file"),
            Ours(routing, "requests, route and file"),
            Ours(routingCpu.TotalMilliseconds / Size, "ms of the processor a reader, route and file"),
            Ours(accepted.TotalMilliseconds, LastAccepted),
            Ours(flushed.TotalMilliseconds, "ms, end of the group wait to the last mail recorded"),
            Ours(sending, "requests, flush"),
            Ours(sendingCpu.TotalMilliseconds / Size, "ms of the processor a mail, flush"),
        ];
    }

    private static ServiceProvider Compose(
        int port,
        TimeProvider time,
        IQuoteSource quotes,
        IMessagePublisher messages,
        RequestCounter counter
    )
    {
        var settings = new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = TestAccount.ConnectionString,
            ["Links:BaseUrl"] = "https://alerts.example.com",
            ["Links:SigningKey"] = TestKeys.Signing,
            ["Email:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
        };
        return new ServiceCollection()
            .AddSingleton(time)
            .AddMarketAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(TestAccount.Tables(counter))
            .AddSingleton(quotes)
            .AddSingleton(messages)
            .AddNoSources()
            .AddLogging()
            .BuildServiceProvider();
    }

    private async Task EnterAsync(CrowdWorld world, CancellationToken cancellationToken)
    {
        try
        {
            await world.EnterAsync(cancellationToken);
        }
        catch (InvalidOperationException there)
        {
            throw new BenchmarkException($"{Name}: {there.Message}");
        }
    }

    /// <summary>Every subscriber must have been told once.</summary>
    private void Check(CrowdWorld world, SinkTotals totals)
    {
        if (totals.Mails != Size || totals.Recipients != SinkCount.SumOf(world.Addresses))
        {
            throw new BenchmarkException(
                $"{Name}: {Size} readers were to get a mail each; the sink has {totals.Mails} mails, or other recipients."
            );
        }
    }

    private Row Ours(double value, string unit) =>
        Row.Exact(Name, string.Create(CultureInfo.InvariantCulture, $"MarketAlerts, {Size} readers"), ContenderKind.Ours, value, unit);
}
