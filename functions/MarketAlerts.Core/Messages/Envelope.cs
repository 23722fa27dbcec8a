using Newtonsoft.Json.Linq;

namespace MarketAlerts.Core.Messages;

/// <summary>What every message is wrapped in.</summary>
/// <param name="Schema">The schema's name, see <see cref="MessageSchemas"/>.</param>
/// <param name="Version">The schema's version.</param>
/// <param name="Id">The message's id, the same when it is published again.</param>
/// <param name="MarketTime">The market time it speaks of.</param>
/// <param name="TraceParent">W3C trace context, or null.</param>
/// <param name="Body">The body.</param>
public sealed record Envelope(string Schema, int Version, string Id, DateTimeOffset MarketTime, string? TraceParent, JToken Body);
