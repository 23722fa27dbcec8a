using MarketAlerts.Core.Mail;

namespace MarketAlerts.Core.Deliveries;

/// <summary>Why a message is sent, in a sentence.</summary>
internal static class ReasonWording
{
    /// <summary>Of entries that go out at once.</summary>
    public static string Explain(AlertEntry[] entries, MailKind kind)
    {
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
            MailKind.CloseOfDay => "How the day ended for an incident you were told of.",
            MailKind.NextSession => "How the next session began for an incident you were told of.",
            _ when entries.All(entry => entry.Kind is EntryKind.Reopened) => "An incident you were told was over is on again.",
            _ => $"New among the notable members of an incident you were told of: {symbols}.",
        };
    }
}
