namespace MarketAlerts.Core.Rules;

/// <summary>What news is about, in plain words.</summary>
internal static class NewsWords
{
    public static string Explain(NewsCondition news) =>
        news is { Symbol: { } symbol, Phrase: { } phrase } ? $"{symbol} that mentions \"{phrase}\"" : news.Display;
}
