using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// Reads an address as people type it: a mail address, or <c>webhook:URL</c>, <c>slack:URL</c>, <c>teams:URL</c>, <c>discord:URL</c>; for
/// URL also <c>secret:NAME</c>.
/// </summary>
internal static class TestAddress
{
    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">It is none; the message does not repeat it, because the addresses of chats are
    /// secrets.</exception>
    public static ChannelAddress Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 && text.Contains('@', StringComparison.Ordinal))
        {
            return ChannelAddress.Email(text);
        }

        var kind = colon < 0 ? null : KindOf(text[..colon]);
        return kind is { } known && text.Length > colon + 1
            ? new ChannelAddress(known, text[(colon + 1)..])
            : throw new FormatException("--to is a mail address, or webhook:, slack:, teams: or discord: with a URL or with secret:NAME.");
    }

    private static ChannelKind? KindOf(string word) =>
        word.ToUpperInvariant() switch
        {
            "WEBHOOK" => ChannelKind.Webhook,
            "SLACK" => ChannelKind.Slack,
            "TEAMS" => ChannelKind.Teams,
            "DISCORD" => ChannelKind.Discord,
            _ => null,
        };
}
