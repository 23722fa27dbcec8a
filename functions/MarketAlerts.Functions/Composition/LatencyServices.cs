using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Stages.Operations;
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
