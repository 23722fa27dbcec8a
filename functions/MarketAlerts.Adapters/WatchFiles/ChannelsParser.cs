using System.Text.RegularExpressions;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Subscribers;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>
/// Reads <c>"channels": [ { "email": "me@example.com", "from": "severe" }, { "slack": "secret:desk" } ]</c>. A refusal never shows an
/// address: it may be a secret.
/// </summary>
internal sealed partial class ChannelsParser(JsonDocumentParser json)
{
    private const int MostChannels = 5;

    private static readonly Dictionary<string, ChannelKind> Kinds = new()
    {
        ["email"] = ChannelKind.Email,
        ["webhook"] = ChannelKind.Webhook,
        ["slack"] = ChannelKind.Slack,
        ["teams"] = ChannelKind.Teams,
        ["discord"] = ChannelKind.Discord,
    };

    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["plain"] = Severity.Plain,
        ["notable"] = Severity.Notable,
        ["severe"] = Severity.Severe,
    };

    public IReadOnlyList<ChannelChoice>? Read(JObject entry)
    {
        if (entry["channels"] is null)
        {
            return null;
        }

        var choices = new List<ChannelChoice>();
        foreach (var channel in json.Objects(entry, "channels"))
        {
            var choice = ReadChoice(channel);
            choices.Add(
                choices.TrueForAll(known => !known.To.IsSameAs(choice.To))
                    ? choice
                    : throw json.Refuse(channel, $"channel '{choice.To.Display}' is there twice.")
            );
        }

        return choices.Count is > 0 and <= MostChannels
            ? choices
            : throw json.Refuse(
                entry["channels"]!,
                $"'channels' has 1 to {MostChannels} entries; leave it out for a mail to 'email' alone."
            );
    }

    private ChannelChoice ReadChoice(JObject channel)
    {
        json.OnlyKeys(channel, [.. Kinds.Keys, "from"]);
        var named = Kinds.Where(kind => channel.ContainsKey(kind.Key)).ToArray();
        if (named is not [var (key, kind)])
        {
            throw json.Refuse(channel, $"an entry of 'channels' has exactly one of {string.Join(", ", Kinds.Keys)}.");
        }

        return new ChannelChoice(
            new ChannelAddress(kind, ReadAddress(channel, key, kind)),
            json.OptionalWord(channel, "from", Severities) ?? Severity.Plain,
            false
        );
    }

    private string ReadAddress(JObject channel, string key, ChannelKind kind)
    {
        if (kind is ChannelKind.Email)
        {
            return json.MailAddress(channel, key);
        }

        var (text, token) = json.Text(channel, key);
        if (Secret().IsMatch(text))
        {
            return text;
        }

        return kind is not ChannelKind.Webhook
            ? throw json.Refuse(
                token,
                $"'{key}' is secret:NAME, the name of 1 to 40 of a-z, 0-9 and '-': the URL is a secret and stands in the settings, "
                    + "section ChannelSecrets."
            )
            : Url(text)
                ?? throw json.Refuse(
                    token,
                    $"'{key}' is an https address without a user's name, or secret:NAME, the name of 1 to 40 of a-z, 0-9 and '-'."
                );
    }

    /// <summary>As every spelling of the same address is written.</summary>
    private static string? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && Http.WebAddress.IsUsable(url) && url.Scheme == Uri.UriSchemeHttps
            ? url.AbsoluteUri
            : null;

    [GeneratedRegex(@"^secret:[a-z0-9-]{1,40}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
