namespace MarketAlerts.Core.Market;

/// <summary>What a source says of a symbol's past sessions.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Closes">The closes with their volumes (0 where unknown), oldest first, in the shares of the day of asking; none when the
/// source does not know the symbol.</param>
public sealed record DailyHistory(Symbol Symbol, IReadOnlyList<DailyClose> Closes);

/// <summary>How a session of a symbol ended.</summary>
/// <param name="Session">The session's date in New York.</param>
/// <param name="Close">The close, in dollars.</param>
/// <param name="Volume">Shares traded; 0 where unknown.</param>
public sealed record DailyClose(DateOnly Session, double Close, long Volume);
