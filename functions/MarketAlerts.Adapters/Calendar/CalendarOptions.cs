namespace MarketAlerts.Adapters.Calendar;

/// <summary>Where the market calendar's data is; section <c>Calendar</c> of the settings.</summary>
public sealed class CalendarOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Calendar";

    /// <summary>A file that replaces the built-in one (the dates covered and what the exchange announced), or null for that.</summary>
    /// <value>null</value>
    public string? File { get; set; }

    /// <summary>The same as text, for a deployment that has no files of its own, or null; it counts before <see cref="File"/>.</summary>
    /// <value>null</value>
    public string? Document { get; set; }
}
