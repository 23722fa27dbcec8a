using System.Text.Json.Serialization;

namespace MarketAlerts.Benchmarks.W0;

/// <summary>The serializer that System.Text.Json writes at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Snapshot))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext;
