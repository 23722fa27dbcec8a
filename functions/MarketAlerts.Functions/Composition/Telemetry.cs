using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using MarketAlerts.Core.Latency;
using MarketAlerts.Core.Messages;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace MarketAlerts.Functions.Composition;

/// <summary>Logs, traces and metrics by OpenTelemetry, to Azure Monitor by managed identity where it is set up.</summary>
public static class Telemetry
{
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(ReceivedMessage.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(AlertMeter.Name));
        if (configuration[ConnectionString] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.Credential = new DefaultAzureCredential();
                options.EnableTraceBasedLogsSampler = false; // Of traces a few a second are enough; an event that ops are alarmed by must not go with one that was left out.
            });
        }

        return services;
    }
}
