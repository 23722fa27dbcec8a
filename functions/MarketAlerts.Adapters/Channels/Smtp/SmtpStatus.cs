using System.Globalization;
using System.Text.RegularExpressions;

namespace MarketAlerts.Adapters.Channels.Smtp;

/// <summary>An enhanced status code (RFC 3463), such as 5.1.1.</summary>
/// <param name="Class">2 success, 4 for now, 5 for good.</param>
/// <param name="Subject">1 address, 2 mailbox, 3 system, 4 network, 5 protocol, 6 content, 7 policy.</param>
/// <param name="Detail">The rest.</param>
public readonly partial record struct SmtpStatus(int Class, int Subject, int Detail)
{
    /// <summary>The code that a reply's text begins with, or null.</summary>
    public static SmtpStatus? In(string text)
    {
        var match = Beginning().Match(text);
        return match.Success ? new SmtpStatus(Number(match, 1), Number(match, 2), Number(match, 3)) : null;
    }

    /// <summary>The code as it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
