using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Universe;

/// <summary>A named list of symbols that are watched as one.</summary>
/// <param name="Name">Its name, lower case, without the <c>#</c>.</param>
/// <param name="Members">Its symbols.</param>
/// <param name="Within">The wider basket whose movers are named as also moving, or null.</param>
/// <param name="Benchmark">What its members' moves are measured against by <c>vs benchmark</c>, or null.</param>
public sealed record Basket(string Name, IReadOnlyList<Symbol> Members, string? Within, Symbol? Benchmark = null);
