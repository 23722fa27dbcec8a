using MarketAlerts.Core.Market;
using MarketAlerts.Core.Stages.History;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>
/// A source of daily history that knows two prices, 100 and 102 by turns from the first session that it was ever asked for, and notes what
/// it was asked.
/// </summary>
internal sealed class GivenDailyHistory : IDailyHistorySource
{
    private readonly List<DateOnly> _days = [];

    public bool IsThere { get; set; } = true;

    public HashSet<string> Knows { get; } = ["NVDA", "KO", "AMD"];

    /// <summary>Symbols about which it cannot be asked now.</summary>
    public HashSet<string> Down { get; } = [];

    /// <summary>The first session that it does not tell yet.</summary>
    public DateOnly NotYet { get; set; } = DateOnly.MaxValue;

    /// <summary>What all its prices are multiplied with: 0.1 after a split of ten new shares.</summary>
    public double Shares { get; set; } = 1;

    /// <summary>Symbols and sessions, one entry a call.</summary>
    public List<string> Asked { get; } = [];

    public Task<IReadOnlyList<DailyHistory>> GetAsync(
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<DateOnly> sessions,
        CancellationToken cancellationToken
    )
    {
        Asked.Add($"{string.Join(' ', symbols)}: {sessions.Count} to {sessions[^1]:MM-dd}");
        _days.AddRange(sessions.Except(_days));
        return Task.FromResult<IReadOnlyList<DailyHistory>>([
            .. symbols
                .Where(symbol => !Down.Contains(symbol.Text))
                .Select(symbol => new DailyHistory(symbol, Knows.Contains(symbol.Text) ? DaysOf(sessions) : [])),
        ]);
    }

    private DailyClose[] DaysOf(IReadOnlyList<DateOnly> sessions) =>
        [
            .. sessions
                .Where(session => session < NotYet)
                .Select(session => new DailyClose(session, Shares * (_days.IndexOf(session) % 2 is 0 ? 100 : 102), 1_000L)),
        ];
}
