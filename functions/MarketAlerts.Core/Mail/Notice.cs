namespace MarketAlerts.Core.Mail;

/// <summary>Something a subscriber is told that is no alert.</summary>
/// <param name="Title">In a few words: the subject of a mail that holds nothing else.</param>
/// <param name="Text">In whole sentences.</param>
public sealed record Notice(string Title, string Text)
{
    /// <summary>What a mail that holds nothing else is; null for what became of the subscriber's rules.</summary>
    public MailKind? Kind { get; init; }

    /// <summary>
    /// What a mail that holds nothing else says that it is about, such as <c>since 09:30 ET</c>; null where its symbols say so.
    /// </summary>
    public string? About { get; init; }

    /// <summary>Why it is told, in a sentence; null where the rules it is about say so.</summary>
    public string? Reason { get; init; }
}
