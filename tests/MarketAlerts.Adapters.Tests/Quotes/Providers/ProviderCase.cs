using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>One provider, and how it writes what the contract asks about.</summary>
internal sealed record ProviderCase
{
    /// <summary>A key that must not turn up anywhere but in its header.</summary>
    public const string Key = "CANARY-5e1f";

    /// <summary>The name in settings.</summary>
    public required string Name { get; init; }

    /// <summary>Makes the provider against a server.</summary>
    public required Func<Fetcher, string, TimeProvider, IQuoteProvider> Create { get; init; }

    /// <summary>The body that answers a path, of the given texts by ticker.</summary>
    public required Func<string, IReadOnlyDictionary<string, string>, string> Body { get; init; }

    /// <summary>What it writes of NVDA and MSFT on a good day.</summary>
    public required IReadOnlyDictionary<string, string> Good { get; init; }

    /// <summary>The quotes these are.</summary>
    public required IReadOnlyList<Quote> Quotes { get; init; }

    /// <summary>What it writes in the place of an unknown ticker NVDA; null when it writes nothing.</summary>
    public string? Unknown { get; init; }

    /// <summary>What it writes of NVDA with every figure null, or its word for it.</summary>
    public required string Nulls { get; init; }

    /// <summary>What it writes of NVDA with every figure zero.</summary>
    public required string Zeros { get; init; }

    /// <summary>How it writes the time of NVDA's quote, and a time of 2099.</summary>
    public required (string Now, string Later) Times { get; init; }

    /// <summary>The later of these times.</summary>
    public required DateTimeOffset Later { get; init; }

    /// <summary>The headers with the key, as name and value.</summary>
    public IReadOnlyDictionary<string, string> KeyHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>The content type of a good answer.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Whether each symbol is asked for alone.</summary>
    public bool IsOneByOne { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
