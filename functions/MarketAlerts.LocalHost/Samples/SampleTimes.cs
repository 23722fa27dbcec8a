namespace MarketAlerts.LocalHost.Samples;

/// <summary>The market times (UTC) of the sample mails.</summary>
internal static class SampleTimes
{
    /// <summary>Monday's open, 09:30 in New York.</summary>
    public static DateTimeOffset Open { get; } = new(2025, 1, 27, 14, 30, 0, TimeSpan.Zero);

    /// <summary>When the update is written, 10:19.</summary>
    public static DateTimeOffset Updated { get; } = new(2025, 1, 27, 15, 19, 0, TimeSpan.Zero);

    /// <summary>When AMD is 8 % down for the first time, 11:26.</summary>
    public static DateTimeOffset Escalated { get; } = new(2025, 1, 27, 16, 26, 0, TimeSpan.Zero);

    /// <summary>When half of MSFT's fall is undone, 14:58.</summary>
    public static DateTimeOffset Recovered { get; } = new(2025, 1, 27, 19, 58, 0, TimeSpan.Zero);

    /// <summary>Monday's close, 16:00.</summary>
    public static DateTimeOffset Close { get; } = new(2025, 1, 27, 21, 0, 0, TimeSpan.Zero);

    /// <summary>Tuesday's open, 09:30.</summary>
    public static DateTimeOffset NextOpen { get; } = new(2025, 1, 28, 14, 30, 0, TimeSpan.Zero);
}
