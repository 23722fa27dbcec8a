using System.Collections.Concurrent;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Health;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// The Watchdog in the production composition, with a table that cannot be read, on a Saturday: nobody else would notice.
/// </summary>
public sealed class WatchdogTests
{
    [Fact]
    public async Task Run_TellsOps_WhenATableCannotBeRead()
    {
        var heard = new ConcurrentBag<string>();
        await using var services = TestComposition.Build(
            await Azurite.OpenAsync(TestContext.Current.CancellationToken),
            new FakeTimeProvider(new DateTimeOffset(2025, 1, 25, 15, 0, 0, TimeSpan.Zero)),
            replaced =>
                replaced
                    .AddSingleton<IMessagePublisher>(new SilentPublisher())
                    .AddSingleton<IHealthStore>(new Broken())
                    .AddLogging(logging => logging.AddProvider(new HeardLogs(heard)))
        );

        await ActivatorUtilities.CreateInstance<Watchdog>(services).RunAsync(new TimerInfo(), TestContext.Current.CancellationToken);

        heard.ShouldContain(log => log.Contains("The tables cannot be read: sources.", StringComparison.Ordinal));
    }

    private sealed class Broken : IHealthStore
    {
        public Task SaveAsync(SourceHealth health, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<SourceHealth>> ReadAllAsync(CancellationToken cancellationToken) =>
            Task.FromException<IReadOnlyList<SourceHealth>>(new IOException("The table is gone."));
    }
}
