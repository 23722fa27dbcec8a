using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Metering;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace MarketAlerts.Functions.Composition;

/// <summary>Logs, traces and metrics by OpenTelemetry, to Azure Monitor by managed identity where it is set up.</summary>
internal static class Telemetry
{
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// Categories that write down addresses of requests, and with them the signed links of subscribers. The levels of host.json are those
    /// of the host: these loggers are the worker's own.
    /// </summary>
    private static readonly string[] TellAddresses = ["Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Azure"];

    /// <summary>Adds it to the services.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddContract<TelemetryOptions>(configuration, TelemetryOptions.Section).AddLogging(KeepAddressesOut);
        var telemetry = services
            .AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(ReceivedMessage.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(AlertMeter.Name));
        if (configuration[ConnectionString] is { Length: > 0 })
        {
            telemetry.UseAzureMonitorExporter(options =>
            {
                options.Credential = new DefaultAzureCredential();
                options.EnableLiveMetrics = configuration.GetValue<bool>(
                    $"{TelemetryOptions.Section}:{nameof(TelemetryOptions.LiveMetrics)}"
                );
                // Of traces a few a second are enough; an event that ops are alarmed by must not go with one that was left out.
                options.EnableTraceBasedLogsSampler = false;
            });
        }

        return services;
    }

    private static void KeepAddressesOut(ILoggingBuilder logging)
    {
        foreach (var category in TellAddresses)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}
