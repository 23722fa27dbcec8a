namespace MarketAlerts.Core.Mail;

/// <summary>What a mail is.</summary>
public enum MailKind
{
    /// <summary>The first mail about its incident.</summary>
    Opened,

    /// <summary>Something new about an incident already told.</summary>
    Update,

    /// <summary>An incident already told became more severe.</summary>
    Escalated,

    /// <summary>An incident already told went much further.</summary>
    Worse,

    /// <summary>The other side of what was told: with it that is over.</summary>
    Reversed,

    /// <summary>Half of a swing already told is given back.</summary>
    Undone,

    /// <summary>An incident already told is on again after it had been back for a while.</summary>
    SecondLeg,

    /// <summary>Trading that was told to be halted goes on.</summary>
    Resumed,

    /// <summary>An incident already told is over: back below its reset level, and held there.</summary>
    Recovered,

    /// <summary>What an incident already told rests on was revised.</summary>
    Corrected,

    /// <summary>How the day ended for everything that was told of it.</summary>
    CloseOfDay,

    /// <summary>How the next session began for an incident already told.</summary>
    NextSession,

    /// <summary>Many of the subscriber's targets go one way.</summary>
    Storm,

    /// <summary>What was held back by choice, gathered.</summary>
    Digest,

    /// <summary>At the open: that somebody is watching.</summary>
    ProofOfLife,

    /// <summary>Another address of the subscriber takes no more messages.</summary>
    ChannelBroken,

    /// <summary>The first message to a new subscriber.</summary>
    Welcome,

    /// <summary>No alert: what became of the subscriber's rules.</summary>
    Notice,
}
