using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Adapters.Mail;

/// <summary>What a mail says because of its kind.</summary>
internal static class KindWording
{
    /// <summary>The word in the badge.</summary>
    public static string Badge(MailContent content) =>
        content.Kind switch
        {
            MailKind.Recovered => MailWording.OverWord(content.Direction),
            MailKind.Corrected => "CORRECTED",
            MailKind.CloseOfDay => "At the close",
            MailKind.NextSession => "Next session",
            MailKind.Reversed => "Turned round",
            MailKind.Undone => "Half given back",
            MailKind.SecondLeg => "On again",
            MailKind.Resumed => "Trading again",
            MailKind.Digest => "Digest",
            MailKind.Storm => "Storm",
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
            MailKind.Opened
            or MailKind.Update
            or MailKind.Escalated
            or MailKind.Worse
            or MailKind.Reversed
            or MailKind.Storm
            or MailKind.SecondLeg => content.Severity switch
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
            MailKind.Escalated => ", severe now",
            MailKind.Worse => ", further",
            _ => "",
        };
        return content.IsNews ? $"on {target}{kind}" : $"{target} {(content.Direction is Direction.Down ? "down" : "up")}{kind}";
    }

    /// <summary>The headline; that something is over or was wrong stands before it, since the subject stays that of the thread.</summary>
    public static string Headline(MailContent content) => SafeText.Clean(content.Headline);
}
