using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

/// <summary>The OpenTelemetry part of a Functions app.</summary>
public static class ConfigureFunctionsOpenTelemetry
{
    /// <summary>Adds the traces and names of the worker. The outline has no worker to tell of.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
