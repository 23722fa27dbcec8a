namespace MarketAlerts.Core.Mail;

/// <summary>What was published on an incident's members and topics: timing only, never a claim of cause.</summary>
/// <param name="Lines">The contents: before the move, while it was on, after it, days before; in each the nearest to the move first.</param>
/// <param name="More">How many contents since the close before are left out.</param>
/// <param name="Feeds">How many feeds were read.</param>
public sealed record PublishedPanel(IReadOnlyList<PublishedLine> Lines, int More, int Feeds)
{
    /// <summary>Whether nothing was published since the close before: then the mail says so.</summary>
    public bool HasNoCatalyst => Lines.All(line => line.When is PublishedWhen.DaysBefore);
}
