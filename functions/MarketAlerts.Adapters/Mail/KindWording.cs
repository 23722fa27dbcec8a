using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>What a mail says because of its kind.</summary>
internal static class KindWording
{
    /// <summary>The word in the badge.</summary>
    public static string Badge(MailContent content) =>
        content.Kind switch
        {
            MailKind.Recovered => "RECOVERED",
            MailKind.Corrected => "CORRECTED",
            MailKind.CloseOfDay => "At the close",
            MailKind.NextSession => "Next session",
            MailKind.Digest => "Digest",
            MailKind.ProofOfLife => "Watching",
            MailKind.ChannelBroken => "Address fails",
            MailKind.Welcome => "Welcome",
            MailKind.Notice => "Notice",
            _ => content.IsNews ? "News" : Severity(content.Severity),
        };

    /// <summary>The style of the badge: severe, notable, good or plain.</summary>
    public static string Tone(MailContent content) =>
        content.Kind switch
        {
            MailKind.Recovered => "good",
            MailKind.Corrected or MailKind.ChannelBroken => "notable",
            MailKind.Opened or MailKind.Update or MailKind.Escalated => content.Severity switch
            {
                Core.Levels.Severity.Severe => "severe",
                Core.Levels.Severity.Notable => "notable",
                _ => "plain",
            },
            _ => "plain",
        };

    /// <summary>A severity in a word or two.</summary>
    public static string Severity(Severity severity) =>
        severity switch
        {
            Core.Levels.Severity.Severe => "Severe",
            Core.Levels.Severity.Notable => "Notable",
            _ => "Level reached",
        };

    /// <summary>What it is about, which way, and what kind of news.</summary>
    public static string Topic(MailContent content)
    {
        var target = SafeText.Clean(content.TargetName);
        if (content.HasNoIncident)
        {
            return target;
        }

        var kind = content.Kind switch
        {
            MailKind.Update => ", update",
            MailKind.Escalated => ", now more severe",
            _ => "",
        };
        return content.IsNews ? $"on {target}{kind}" : $"{target} {(content.Direction is Direction.Down ? "down" : "up")}{kind}";
    }

    /// <summary>The headline; that something is over or was wrong stands before it, since the subject stays that of the thread.</summary>
    public static string Headline(MailContent content)
    {
        var headline = SafeText.Clean(content.Headline);
        var prefix = content.Kind switch
        {
            MailKind.Recovered => "RECOVERED: ",
            MailKind.Corrected => "CORRECTED: ",
            _ => "",
        };
        return headline.StartsWith(prefix, StringComparison.Ordinal) ? headline : prefix + headline;
    }

    /// <summary>What happens next; null where nothing does.</summary>
    public static string? Next(AlertMail mail) =>
        mail.Kind switch
        {
            MailKind.Opened or MailKind.Update or MailKind.Escalated or MailKind.Corrected => Again(mail.Content)
                + (mail.FollowsUp ? " A short mail follows after the close." : ""),
            MailKind.Recovered => "You hear of this again only if another of your rules fires."
                + (mail.FollowsUp ? " A short mail follows after the close." : ""),
            MailKind.CloseOfDay => mail.FollowsUp ? "One more mail follows when the next session has opened; then this thread ends." : null,
            MailKind.NextSession => "This thread ends here.",
            _ => null,
        };

    private static string Again(MailContent content) =>
        content.IsNews ? "You hear of this again when the news has calmed down by half and comes anew, or another of your rules fires."
        : content.Members.Count > 1
            ? "You hear of this again only if it becomes more severe, more members become notable, or another of your rules fires."
        : "You hear of this again only if it becomes more severe or another of your rules fires.";
}
