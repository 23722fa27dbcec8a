namespace MarketAlerts.Functions.Composition;

/// <summary>The timers' schedules, NCRONTAB with seconds, UTC.</summary>
internal static class Schedules
{
    public const string EveryMinute = "0 * * * * *";
    public const string EveryFiveMinutes = "0 */5 * * * *";
    public const string EveryTenMinutes = "0 */10 * * * *";
    public const string TwentyPastTheMinute = "20 * * * * *";
    public const string FortyPastTheMinute = "40 * * * * *";
}
