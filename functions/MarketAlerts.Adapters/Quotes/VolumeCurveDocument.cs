namespace MarketAlerts.Adapters.Quotes;

/// <summary>The file of the intraday volume curve: where it comes from, and shares of a usual session's volume by minutes after the open.</summary>
internal sealed record VolumeCurveDocument(
    string Source,
    IReadOnlyDictionary<int, double> Regular,
    IReadOnlyDictionary<int, double> HalfDay
);
