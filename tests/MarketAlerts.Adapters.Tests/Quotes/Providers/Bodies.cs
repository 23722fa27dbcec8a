namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

internal static class Bodies
{
    /// <summary>An object of texts by ticker.</summary>
    public static string Keyed(IReadOnlyDictionary<string, string> texts) =>
        $"{{{string.Join(',', texts.Select(text => $"\"{text.Key}\":{text.Value}"))}}}";
}
