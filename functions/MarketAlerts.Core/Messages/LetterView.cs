using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace MarketAlerts.Core.Messages;

/// <summary>
/// What may be shown of a dead letter: never its content, which may name people, and of its id and schema only what reads like ours.
/// </summary>
/// <param name="Id">Its id.</param>
/// <param name="Schema">Schema and version, or that it is none of ours.</param>
/// <param name="MarketTime">The market time it speaks of, or null.</param>
public sealed partial record LetterView(string Id, string Schema, DateTimeOffset? MarketTime)
{
    private const string Foreign = "none of ours";

    /// <summary>Looks at one.</summary>
    public static LetterView Inspect(DeadLetter letter)
    {
        try
        {
            var envelope = StoredJson.Read<Envelope>(letter.Content);
            return new LetterView(Plain(letter.Id), $"{Plain(envelope.Schema)} {envelope.Version}", envelope.MarketTime);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return new LetterView(Plain(letter.Id), Foreign, null);
        }
    }

    private static string Plain(string text) => Ours().IsMatch(text) ? text : Foreign;

    [GeneratedRegex(@"^#?[A-Za-z0-9._-]{1,100}\z")]
    private static partial Regex Ours();
}

/// <summary>A message that its function could not handle.</summary>
/// <param name="Key">What the transport calls it: no two have the same.</param>
/// <param name="Id">Our id of it.</param>
/// <param name="Content">Its text.</param>
/// <param name="Since">When it came here, or where that is not known when it was sent (UTC).</param>
/// <param name="Reason">What the transport says of it, or null.</param>
/// <param name="Receipt">What the transport needs to find it again.</param>
public sealed record DeadLetter(string Key, string Id, string Content, DateTimeOffset Since, string? Reason, object Receipt);
