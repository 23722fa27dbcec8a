namespace MarketAlerts.Core.Deliveries;

/// <summary>Why something waits, and why something gathered is told now, in sentences.</summary>
internal static class HoldWording
{
    /// <summary>Why it waits.</summary>
    public static string Explain(HoldReason hold) =>
        hold switch
        {
            HoldReason.QuietHours => "Quiet hours.",
            HoldReason.Digest => "Gathered for your digest.",
            HoldReason.Snooze => "Snoozed.",
            HoldReason.Vacation => "Vacation.",
            _ => "",
        };

    /// <summary>Why a digest is told now.</summary>
    public static string Gathered(IReadOnlyList<TakenItem> going)
    {
        var holds = going.Select(taken => taken.Row.Hold).ToHashSet();
        return holds.Contains(HoldReason.Vacation) ? "Gathered while you were away."
            : holds.Contains(HoldReason.Cap) ? "Gathered, since you had as many messages as you take: the cap is reached."
            : holds.Contains(HoldReason.Snooze) ? "Gathered while it was snoozed."
            : "Gathered: you asked for a digest.";
    }
}
