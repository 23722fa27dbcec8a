namespace MarketAlerts.Functions.Composition;

/// <summary>
/// The timers' schedules, NCRONTAB with seconds, UTC. Those that have nothing to do while the market is closed fire from 13:00 to the end of a weekday: from before
/// the open to three hours after the close, in summer and winter.
/// </summary>
internal static class Schedules
{
    public const string EveryMinute = "0 * * * * *";
    public const string EveryFiveMinutes = "0 */5 * * * *";
    public const string EveryTenMinutes = "0 */10 * * * *";
    public const string EveryMinuteOfASession = "0 " + AroundASession;
    public const string TwentyPastTheMinuteOfASession = "20 " + AroundASession;
    public const string FortyPastTheMinuteOfASession = "40 " + AroundASession;

    private const string AroundASession = "* 13-23 * * 1-5";
}
