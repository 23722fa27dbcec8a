namespace MarketAlerts.Core.Mail;

/// <summary>When a content came out, seen from the move.</summary>
public enum PublishedWhen
{
    /// <summary>After the close before, until the move began.</summary>
    Before,

    /// <summary>While the move was on.</summary>
    During,

    /// <summary>After the move was over.</summary>
    After,

    /// <summary>Before the close before: a topic's memory.</summary>
    DaysBefore,
}
