using System.Text.RegularExpressions;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>Finds the links of a mail.</summary>
internal static partial class MailLinks
{
    /// <summary>The one that stops mails.</summary>
    public static Uri Unsubscribe(string text) => new(UnsubscribeLink().Match(text).Value);

    [GeneratedRegex("https://[^\\s>]+/api/unsubscribe[^\\s>]+")]
    private static partial Regex UnsubscribeLink();
}
