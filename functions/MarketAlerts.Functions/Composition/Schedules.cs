namespace MarketAlerts.Functions.Composition;

/// <summary>
/// The timers' schedules, NCRONTAB with seconds, UTC. Each timer has a second of its own, so that they do not all want the host at the full
/// minute. Those that have nothing to do while the market is closed fire from 13:00 to the end of a weekday: from before the open to three
/// hours after the close, in summer and winter. What subscribers wait for comes within ten seconds of the full minute: waits count from the
/// last full ten seconds, so it goes out as if it had come on the minute.
/// </summary>
internal static class Schedules
{
    /// <summary>First: quotes are what everything else looks at.</summary>
    public const string PollQuotes = "0 * * * * *";

    /// <summary>Right after the minute: what is published on the full minute stands in the feeds by then.</summary>
    public const string PollNews = "5 * * * * *";

    /// <summary>After the quotes of its minute, which at the close are the closing prints, and before the flush.</summary>
    public const string CloseOfDay = "7 " + AroundASession;

    /// <summary>After the quotes of its minute, which after the open it tells of.</summary>
    public const string ProofOfLife = "9 " + AroundASession;

    /// <summary>Between two full ten seconds, at which flush requests come: what is overdue then was really left waiting.</summary>
    public const string FlushDue = "15 * * * * *";

    /// <summary>After the quotes of its minute were read.</summary>
    public const string PollBaskets = "20 " + AroundASession;

    /// <summary>At night, in nobody's way.</summary>
    public const string Housekeeping = "25 */10 * * * *";

    /// <summary>Away from the polls, with which it shares a source's calls.</summary>
    public const string KeepHistory = "30 * * * * *";

    /// <summary>After the baskets of its minute.</summary>
    public const string FollowIncidents = "40 " + AroundASession;

    /// <summary>Last: it looks at what the minute brought.</summary>
    public const string Watchdog = "50 */5 * * * *";

    private const string AroundASession = "* 13-23 * * 1-5";
}
