namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>Every provider there is.</summary>
internal static class ProviderCases
{
    public static IReadOnlyList<ProviderCase> All { get; } =
    [MassiveCase.Case, AlpacaCase.Case, TiingoCase.Case, TwelveDataCase.Case, FinnhubCase.Case, StooqCase.Case];

    public static ProviderCase Named(string name) => All.Single(provider => provider.Name == name);
}
