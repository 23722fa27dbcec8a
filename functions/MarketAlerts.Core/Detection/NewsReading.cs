namespace MarketAlerts.Core.Detection;

/// <summary>The figures of the news of one symbol or topic at one look.</summary>
/// <param name="About">What it is about, as a rule writes it: <c>NVDA</c>, <c>"DeepSeek"</c>.</param>
/// <param name="Count">Distinct stories within the last hour.</param>
/// <param name="Usual">How many stories an hour are usual, if known.</param>
/// <param name="Title">The headline of the newest: other people's words.</param>
/// <param name="Source">Who had it.</param>
/// <param name="Time">When it came out (UTC).</param>
public sealed record NewsReading(string About, int Count, double? Usual, string Title, string Source, DateTimeOffset Time);
