namespace MarketAlerts.Benchmarks.W1;

/// <summary>The full metric set of W1: which extremes a symbol keeps, and the plain rules that all contenders share.</summary>
internal static class FullMetrics
{
    public const string Question = "all extremes";

    /// <summary>The session metrics, in the order of their extremes; the windows follow.</summary>
    public const int DayMove = 0,
        OpenMove = 1,
        Gap = 2,
        Surprise = 3,
        Tier = 4,
        Volume = 5,
        Relative = 6,
        FirstWindow = 7;

    /// <summary>How many metrics there are, each with an extreme falling and one rising.</summary>
    public const int Count = FirstWindow + 4;

    /// <summary>The thresholds of severe and notable, in level units.</summary>
    public const double Severe = 80_000,
        Notable = 50_000,
        NotableSigma = 20_000;

    /// <summary>The windows' lengths; a window of n minutes holds n + 1 prices.</summary>
    public static IReadOnlyList<int> Minutes { get; } = [5, 15, 30, 60];
}
