using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Guards;

/// <summary>How far each symbol of a page stepped in one poll, and who its peers are: the other members of its baskets.</summary>
/// <param name="steps">Percent steps of this poll.</param>
/// <param name="peersOf">The peers of a symbol.</param>
public sealed class PeerSteps(IReadOnlyDictionary<Symbol, double> steps, Func<Symbol, IEnumerable<Symbol>> peersOf)
{
    private const int FewestPeers = 2;

    /// <summary>No peers: every jump is a lone one.</summary>
    public static PeerSteps None { get; } = new(new Dictionary<Symbol, double>(), _ => []);

    /// <summary>The step of a quote against the last accepted price, or the previous close before any, in percent.</summary>
    public static double StepOf(Quote quote, SymbolState state) => Step(quote.Last, Base(quote, state));

    /// <summary>The price a quote steps from.</summary>
    public static double Base(Quote quote, SymbolState state) =>
        state.Session is null ? (quote.PreviousClose ?? quote.Last) : state.Last;

    /// <summary>A step in percent.</summary>
    public static double Step(double price, double from) => from > 0 ? 100 * ((price / from) - 1) : 0;

    /// <summary>Whether enough peers stepped the same way; with fewer than two peers nobody can agree.</summary>
    public bool Agree(Symbol symbol, double step, GuardOptions options)
    {
        var peers = peersOf(symbol).Where(steps.ContainsKey).ToArray();
        var agreeing = peers.Count(peer => steps[peer] * Math.Sign(step) >= options.PeerPercent);
        return peers.Length >= FewestPeers && 100.0 * agreeing / peers.Length >= options.PeerSharePercent;
    }
}
