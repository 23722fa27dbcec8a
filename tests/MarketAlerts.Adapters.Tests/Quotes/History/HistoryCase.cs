using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Tests.Quotes.Providers;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>One way of asking one provider for daily closes, and how it writes them.</summary>
internal sealed record HistoryCase
{
    /// <summary>The name of the way.</summary>
    public required string Name { get; init; }

    /// <summary>The provider, whose quotes are a case of their own.</summary>
    public required ProviderCase Provider { get; init; }

    /// <summary>Makes the provider against a server.</summary>
    public required Func<Fetcher, string, TimeProvider, IHistoryProvider> Create { get; init; }

    /// <summary>The body that answers a path, of what the server knows.</summary>
    public required Func<string, IReadOnlyList<DayRow>, string> Body { get; init; }

    /// <summary>How many symbols are asked for at once.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Whether it tells volumes that its quotes' can be compared with.</summary>
    public bool TellsVolume { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
