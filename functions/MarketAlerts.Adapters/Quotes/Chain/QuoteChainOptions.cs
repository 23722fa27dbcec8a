namespace MarketAlerts.Adapters.Quotes.Chain;

/// <summary>Which sources a deployment has; section <c>Quotes</c> of the settings.</summary>
public sealed class QuoteChainOptions
{
    /// <summary>Where the settings are bound from.</summary>
    public const string Section = "Quotes";

    /// <summary>The sources by name, the primary first, the others in the order in which they stand in for it.</summary>
    /// <value>every source that has a key, else <c>stooq</c>, which needs none</value>
    public IList<string> Sources { get; } = [];
}
