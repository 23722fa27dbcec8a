using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Quotes;

/// <summary>What the plans of the quote sources allow.</summary>
public interface IQuotePlan
{
    /// <summary>
    /// Why the sources cannot serve once a minute what is watched, with the arithmetic and what to do; null when they can.
    /// </summary>
    string? Refusal(Catalog catalog);
}
