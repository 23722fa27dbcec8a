using System.Globalization;
using MarketAlerts.Core.Market;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.EndToEnd.Sources;

/// <summary>Quotes as two providers write them.</summary>
internal static class ProviderBodies
{
    private const long NanosecondsPerTick = 100;

    public static string Massive(IEnumerable<Quote> quotes) =>
        new JObject
        {
            ["status"] = "OK",
            ["tickers"] = new JArray(
                quotes.Select(quote => new JObject
                {
                    ["ticker"] = quote.Symbol.Text,
                    ["day"] = new JObject
                    {
                        ["o"] = quote.Open ?? 0,
                        ["h"] = quote.High ?? 0,
                        ["l"] = quote.Low ?? 0,
                        ["c"] = quote.Last,
                        ["v"] = quote.Volume ?? 0,
                    },
                    ["lastTrade"] = new JObject
                    {
                        ["p"] = quote.Last,
                        ["t"] = (quote.MarketTime - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick,
                    },
                    ["prevDay"] = new JObject { ["c"] = quote.PreviousClose ?? 0 },
                })
            ),
        }.ToString(Newtonsoft.Json.Formatting.None);

    public static string Alpaca(IEnumerable<Quote> quotes) =>
        new JObject(
            quotes.Select(quote => new JProperty(
                quote.Symbol.Text,
                new JObject
                {
                    ["latestTrade"] = new JObject { ["t"] = Time(quote.MarketTime), ["p"] = quote.Last },
                    ["dailyBar"] = new JObject
                    {
                        ["t"] = Time(quote.MarketTime.UtcDateTime.Date.AddHours(5)),
                        ["o"] = quote.Open ?? 0,
                        ["h"] = quote.High ?? 0,
                        ["l"] = quote.Low ?? 0,
                        ["c"] = quote.Last,
                        ["v"] = quote.Volume ?? 0,
                    },
                    ["prevDailyBar"] = new JObject
                    {
                        ["t"] = Time(quote.MarketTime.UtcDateTime.Date.AddDays(-1).AddHours(5)),
                        ["c"] = quote.PreviousClose ?? 0,
                    },
                }
            ))
        ).ToString(Newtonsoft.Json.Formatting.None);

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
