using System.Globalization;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>How fast a replay runs: so many market seconds a second, or as fast as the machine can.</summary>
/// <param name="Factor">The factor, or null for as fast as possible.</param>
public readonly record struct ReplaySpeed(double? Factor)
{
    private const double Fastest = 100_000;

    /// <summary>Reads <c>300</c> or <c>max</c>; null for anything else.</summary>
    public static ReplaySpeed? Parse(string text) =>
        text is "max" ? new ReplaySpeed(null)
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
        && factor is > 0 and <= Fastest
            ? new ReplaySpeed(factor)
        : null;

    /// <summary>How long a step of market time takes.</summary>
    public TimeSpan Pace(TimeSpan marketTime) => Factor is { } factor ? marketTime / factor : TimeSpan.Zero;
}
