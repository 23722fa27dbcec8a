using System.Globalization;
using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes;

/// <summary>The snapshot's meaning written down the plain way, on a document of System.Text.Json.</summary>
internal static class PlainSnapshot
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static IEnumerable<Quote> Parse(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("tickers").EnumerateArray().Select(QuoteOf).OfType<Quote>()];
    }

    private static Quote? QuoteOf(JsonElement ticker)
    {
        var name = ticker.TryGetProperty("ticker", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
        var trade = (Price: Number(ticker, "lastTrade", "p"), Time: Whole(ticker, "lastTrade", "t") / 100);
        var minute = (Price: Number(ticker, "min", "c"), Time: MinuteTime(Whole(ticker, "min", "t"), Whole(ticker, "updated") ?? 0));
        var (price, ticks) = trade is { Price: not null, Time: not null } ? trade : minute;
        return !GivenSnapshot.Tickers.Contains(name) || price is null || ticks is null or 0
            ? null
            : new Quote(
                Symbol.Parse(name!),
                DateTimeOffset.UnixEpoch.AddTicks(ticks.Value),
                price.Value,
                Number(ticker, "day", "o"),
                Number(ticker, "day", "h"),
                Number(ticker, "day", "l"),
                Number(ticker, "prevDay", "c"),
                Number(ticker, "day", "v") is >= 1 and < 1e15 and var volume ? (long)volume : null
            );
    }

    private static long? MinuteTime(long? start, long updated) =>
        start is null or > 253_402_300_739_999
            ? null
            : Math.Max(start.Value * 10_000, Math.Min(updated / 100, (start.Value * 10_000) + TimeSpan.TicksPerMinute));

    private static double? Number(JsonElement element, params string[] path) =>
        double.TryParse(TextAt(element, path), Style, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value)
            ? value
            : null;

    private static long? Whole(JsonElement element, params string[] path) =>
        long.TryParse(TextAt(element, path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : null;

    private static string TextAt(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return "";
            }
        }

        return element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString()!,
            _ => "",
        };
    }
}
