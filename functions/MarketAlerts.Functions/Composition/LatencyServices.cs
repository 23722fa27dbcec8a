using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Health;
using MarketAlerts.Core.Latency;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Composition;

/// <summary>What measures what happens and how long alerts take.</summary>
internal static class LatencyServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddLatency(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddMetrics()
            .AddContract<LatencyOptions>(configuration, LatencyOptions.Section)
            .AddSingleton<ILatencyStore, TableLatencyStore>()
            .AddSingleton<AlertMeter>()
            .AddSingleton<PipelineMeter>()
            .AddSingleton<LatencyOrigin>()
            .AddSingleton<LatencyRecorder>()
            .AddSingleton<LatencyMonitor>();
}
