using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Why a message is sent, in a sentence.</summary>
internal static class ReasonWording
{
    /// <summary>Of entries that go out at once.</summary>
    public static string Explain(ToldEntry[] told, MailKind kind)
    {
        var entries = told.Select(next => next.Entry).ToArray();
        var rules = entries.Where(entry => entry.Notice is null).SelectMany(entry => entry.Rules).Distinct().ToArray();
        if (rules.Length > 0)
        {
            return $"You asked for: {string.Join("; ", rules)}.";
        }

        var symbols = string.Join(", ", entries.SelectMany(entry => entry.Symbols).Distinct());
        return kind switch
        {
            MailKind.Escalated => "An incident you were told of became more severe.",
            MailKind.Recovered => "An incident you were told of is over.",
            MailKind.Corrected => "What you were told of an incident has to be corrected.",
            MailKind.Storm => "What becomes of your names that go one way together.",
            MailKind.Worse => "An incident you were told of went much further.",
            MailKind.Undone => "Half of a swing you were told of is given back.",
            MailKind.SecondLeg => "An incident you were told of is on again.",
            MailKind.NextSession => "How the next session began for an incident you were told of.",
            _ when entries.All(entry => entry.Kind is EntryKind.Resumed) => "Trading that you were told was halted goes on.",
            _ => $"New among the notable members of an incident you were told of: {symbols}.",
        };
    }
}

/// <summary>Why something waits, and why something gathered is told now, in sentences.</summary>
internal static class HoldWording
{
    public static string Explain(DeliveryReason hold) =>
        hold switch
        {
            DeliveryReason.QuietHours => "Quiet hours.",
            DeliveryReason.Digest => "Gathered for your digest.",
            DeliveryReason.Snooze => "Snoozed.",
            DeliveryReason.Vacation => "Vacation.",
            DeliveryReason.Storm => "It belongs to a storm of yours that is told of later.",
            DeliveryReason.Nested => "It follows in the next message of the basket that it is a part of.",
            DeliveryReason.Company => "After what else goes out now.",
            _ => "",
        };

    /// <summary>Why a digest is told now.</summary>
    public static string Gathered(IReadOnlyList<TakenItem> going)
    {
        var holds = going.Select(taken => taken.Row.Hold).ToHashSet();
        return holds.Contains(DeliveryReason.Vacation) ? "Gathered while you were away."
            : holds.Contains(DeliveryReason.Cap) ? "Gathered, since you had as many messages as you take: the cap is reached."
            : holds.Contains(DeliveryReason.Snooze) ? "Gathered while it was snoozed."
            : "Gathered: you asked for a digest.";
    }
}
