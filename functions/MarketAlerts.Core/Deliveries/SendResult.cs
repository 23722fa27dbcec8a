namespace MarketAlerts.Core.Deliveries;

/// <summary>The answer of a channel.</summary>
/// <param name="Outcome">What to do next.</param>
/// <param name="Detail">Why, in our own words; of the other side's at most the code it answered. Subscribers see it.</param>
/// <param name="RetryAfter">When to try again, for <see cref="SendOutcome.RetryAfter"/>.</param>
public sealed record SendResult(SendOutcome Outcome, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>Whose fault a failure is: what follows for later messages depends on it.</summary>
    public SendFault Fault { get; init; }

    /// <summary>
    /// What the other side said, for operators alone: whoever runs a server writes what they like there, and it must not reach a subscriber
    /// as ours. Never a secret, never the mail's content.
    /// </summary>
    public string Said { get; init; } = "";

    /// <summary>Both, as an operator may read it.</summary>
    public string ForOperators => Said is "" ? Detail : $"{Detail} \u00AB{Said}\u00BB";
}

/// <summary>What a channel says to do next.</summary>
public enum SendOutcome
{
    /// <summary>The other side took it.</summary>
    Sent,

    /// <summary>Not now: again after a while.</summary>
    RetryAfter,

    /// <summary>Never: this address or this mail is refused.</summary>
    Rejected,
}

/// <summary>Whose fault a failed send is.</summary>
public enum SendFault
{
    /// <summary>Nobody's: it was sent, or the other side is busy, down or out of reach.</summary>
    None,

    /// <summary>This message's; the next one may pass.</summary>
    Message,

    /// <summary>The address's, for good: nobody is there. It is not written to again.</summary>
    Address,

    /// <summary>The address's, perhaps for now: its mailbox is full. Several of these within days count as one for good.</summary>
    AddressForNow,

    /// <summary>Ours: credentials, sender, quota or settings. Ops have to look.</summary>
    Configuration,
}
