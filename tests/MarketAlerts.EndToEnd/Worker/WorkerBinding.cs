using MarketAlerts.Testing.FunctionsHost.Contract;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>What starts a function, as the worker tells its host.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Trigger">Its trigger, with every property.</param>
internal sealed record WorkerBinding(string Function, JObject Trigger)
{
    /// <summary>The queue it takes messages of; null for none.</summary>
    public string? Queue => (string?)Trigger["queueName"];

    /// <summary>The schedule of a timer; null for none.</summary>
    public string? Schedule => (string?)Trigger["schedule"];

    /// <summary>The route of an HTTP function; null for none.</summary>
    public string? Route => (string?)Trigger["route"];

    public static WorkerBinding Of(RpcFunctionMetadata function) =>
        new(
            function.Name,
            function
                .RawBindings.Select(JObject.Parse)
                .Single(binding => ((string)binding["type"]!).EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
        );
}
