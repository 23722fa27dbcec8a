using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Subscribers;

/// <summary>NVDA splits 10 for 1 on 27 January 2025: 12:00 UTC is seven in the morning in New York.</summary>
internal static class GivenSplit
{
    public static readonly DateTimeOffset Before = Given.Utc("2025-01-20T15:00Z");

    public static readonly ShareSplit Nvda = new(Given.Sym("NVDA"), Given.Day, 10, Given.Utc("2025-01-27T05:00Z"));

    public static readonly ListingEvent Announced = new(Nvda.Symbol, Nvda.From, ListingEventKind.Split, "", 10);

    public static readonly Catalog Watched = Given.Catalog(
        new Basket("chips", Given.Syms("NVDA AMD"), null),
        new Basket("banks", Given.Syms("JPM"), null)
    );

    public static Subscriber Profile(string email, params string[] rules) =>
        new(email, "America/New_York", [.. rules.Select(Rule.FromText)], null, false);

    /// <summary>As it was entered at a time.</summary>
    public static Subscriber Entered(DateTimeOffset at, string email, params string[] rules) =>
        PriceRuleScaling.Enter(Profile(email, rules), null, at);
}
