using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Core.Messages;

/// <summary>Wraps bodies into envelopes and opens them again.</summary>
internal static class MessageCodec
{
    /// <summary>The message text of a body.</summary>
    public static string Write<TBody>(TBody body, string id, DateTimeOffset marketTime)
        where TBody : notnull
    {
        var (name, version) = MessageSchemas.SchemaOf<TBody>();
        return StoredJson.Write(new Envelope(name, version, id, marketTime, Activity.Current?.Id, PackedBody.Pack(StoredJson.Write(body))));
    }

    /// <summary>Opens a message.</summary>
    /// <exception cref="UnreadableMessageException">It is not JSON, of another schema, of a version we do not read, or
    /// incomplete.</exception>
    public static (Envelope Envelope, TBody Body) Read<TBody>(string message)
    {
        var (name, version) = MessageSchemas.SchemaOf<TBody>();
        try
        {
            var envelope = StoredJson.Read<Envelope>(message);
            if (envelope.Schema != name || (envelope.Version != version && envelope.Version != version - 1))
            {
                throw new UnreadableMessageException(
                    $"Expected schema {name} version {version}, got '{Short(envelope.Schema)}' version {envelope.Version}."
                );
            }

            return (envelope, StoredJson.Read<TBody>(PackedBody.Unpack(envelope.Body)));
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException or ArgumentException)
        {
            throw new UnreadableMessageException($"Not a readable {name} message: {failure.GetType().Name}.", failure);
        }
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] : text;
}

/// <summary>
/// A message that no delivery will ever make readable; it belongs to the dead letters. The text says why, never the content.
/// </summary>
public sealed class UnreadableMessageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What every message is wrapped in.</summary>
/// <param name="Schema">The schema's name, see <see cref="MessageSchemas"/>.</param>
/// <param name="Version">The schema's version.</param>
/// <param name="Id">The message's id, the same when it is published again.</param>
/// <param name="MarketTime">The market time it speaks of.</param>
/// <param name="TraceParent">W3C trace context, or null.</param>
/// <param name="Body">The body.</param>
internal sealed record Envelope(string Schema, int Version, string Id, DateTimeOffset MarketTime, string? TraceParent, JToken Body);
