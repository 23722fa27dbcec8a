namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>What a signed link is for; it opens nothing else. The numbers are part of the tokens and never change.</summary>
public enum LinkPurpose
{
    /// <summary>Stops messages to one address, or the subscription.</summary>
    Unsubscribe = 1,

    /// <summary>Pauses an incident.</summary>
    Pause = 2,

    /// <summary>Only severe alerts for the rest of the subscriber's day.</summary>
    OnlySevere = 3,

    /// <summary>Changes the level of a rule.</summary>
    ChangeThreshold = 4,

    /// <summary>Says that an alert was useful.</summary>
    Useful = 5,

    /// <summary>Says that an alert was noise.</summary>
    Noise = 6,

    /// <summary>Shows what was decided about an incident for this subscriber.</summary>
    Why = 7,

    /// <summary>Shows what is paused and ends it.</summary>
    Resume = 8,

    /// <summary>Makes all links in older messages stop working.</summary>
    EndLinks = 9,
}

/// <summary>The word by which an address names an action, such as <c>do=pause</c>.</summary>
public static class LinkWords
{
    /// <summary>The word of a purpose; null for unsubscribing, which has a page of its own.</summary>
    public static string? WordOf(LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Pause => "pause",
            LinkPurpose.OnlySevere => "severe",
            LinkPurpose.ChangeThreshold => "trigger",
            LinkPurpose.Useful => "useful",
            LinkPurpose.Noise => "noise",
            LinkPurpose.Why => "why",
            LinkPurpose.Resume => "resume",
            LinkPurpose.EndLinks => "links",
            _ => null,
        };
}
