namespace MarketAlerts.Core.Mail;

/// <summary>The latency receipt of a mail.</summary>
/// <param name="Quote">Market time of the newest quote in it.</param>
/// <param name="Seen">When we saw that quote.</param>
/// <param name="Sent">When the mail was written and given to the mail server.</param>
/// <param name="IsLate">Whether the news is older than the limit and told as late.</param>
public sealed record MailClock(DateTimeOffset Quote, DateTimeOffset Seen, DateTimeOffset Sent, bool IsLate)
{
    /// <summary>Whether <see cref="Quote"/> is when a content came out: the mail is news, and no quote made it.</summary>
    public bool IsPublication { get; init; }

    /// <summary>How late the source of the quotes says that they are; null where the checks tell it.</summary>
    public TimeSpan? DataDelay { get; init; }
}
