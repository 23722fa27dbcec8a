namespace MarketAlerts.Adapters.Mail;

/// <summary>What in a mail is the subscriber's own, and not the same for everybody who is told the same.</summary>
internal enum SubscriberField : byte
{
    Subject,

    /// <summary>What a list of mails shows below the subject, where the content has nothing for it.</summary>
    Teaser,

    /// <summary>The day and the time, in market time and in the subscriber's zone.</summary>
    AsOf,

    /// <summary>That the news is told late.</summary>
    Late,

    /// <summary>What became of the subscriber's rules; there may be several.</summary>
    Notice,

    /// <summary>A rule that fired; there may be several.</summary>
    Rule,

    /// <summary>Why this mail was sent, unless the rules say it already.</summary>
    Reason,

    Next,

    /// <summary>Quote, seen and sent in market time, the seconds between and the data's delay.</summary>
    Clock,

    /// <summary>The same times in the subscriber's zone.</summary>
    LocalClock,

    /// <summary>How many alerts were folded in and held back.</summary>
    Counts,

    /// <summary>A heading of other incidents; those that follow belong to it.</summary>
    GroupTitle,

    /// <summary>When another incident's newest evidence came.</summary>
    OtherAt,

    /// <summary>What the other incident is about.</summary>
    OtherTitle,

    OtherText,

    /// <summary>The link that pauses the incident.</summary>
    Pause,

    /// <summary>The link to only severe alerts today.</summary>
    OnlySevere,

    /// <summary>The link that changes the rule's level.</summary>
    ChangeThreshold,

    /// <summary>The link that says it was useful.</summary>
    Useful,

    /// <summary>The link that says it was noise.</summary>
    Noise,

    /// <summary>The link to why this was told and other things were not.</summary>
    Why,

    /// <summary>The link that ends it all.</summary>
    Unsubscribe,
}
