using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Subscribers;

/// <summary>How often a subscriber wants to be told, by severity.</summary>
/// <param name="Plain">Of a level they asked for.</param>
/// <param name="Notable">Of something notable.</param>
/// <param name="Severe">Of something severe.</param>
/// <param name="At">When the day ends for them, in their zone; null for ten minutes after the close of the market.</param>
public sealed record DigestChoice(DigestRhythm Plain, DigestRhythm Notable, DigestRhythm Severe, TimeOnly? At)
{
    /// <summary>The rhythm of a severity.</summary>
    public DigestRhythm RhythmOf(Severity severity) =>
        severity switch
        {
            Severity.Severe => Severe,
            Severity.Notable => Notable,
            _ => Plain,
        };
}

/// <summary>How often a subscriber wants to be told.</summary>
public enum DigestRhythm
{
    /// <summary>At once, after the group wait.</summary>
    Instant,

    /// <summary>At the full hour, in the subscriber's zone.</summary>
    Hourly,

    /// <summary>Once a day.</summary>
    EndOfDay,
}
