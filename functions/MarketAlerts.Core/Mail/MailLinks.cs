namespace MarketAlerts.Core.Mail;

/// <summary>The links of one message. Each opens a page; only a button there acts.</summary>
/// <param name="Unsubscribe">Stops messages to this address; also the one-click link of RFC 8058.</param>
public sealed record MailLinks(string Unsubscribe)
{
    /// <summary>Pauses the incident, or null where there is none.</summary>
    public string? Pause { get; init; }

    /// <summary>Only severe alerts for the rest of the day.</summary>
    public string? OnlySevere { get; init; }

    /// <summary>Changes the level of the rule that fired, or null where none did.</summary>
    public string? ChangeThreshold { get; init; }

    /// <summary>Says that the alert was useful.</summary>
    public string? Useful { get; init; }

    /// <summary>Says that it was noise.</summary>
    public string? Noise { get; init; }

    /// <summary>Why this was or was not told.</summary>
    public string? Why { get; init; }
}
