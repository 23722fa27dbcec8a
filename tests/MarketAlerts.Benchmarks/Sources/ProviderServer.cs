using System.Globalization;
using MarketAlerts.Benchmarks.Market;
using MarketAlerts.Benchmarks.W0;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Benchmarks.Sources;

/// <summary>The answers of three providers about 10,000 symbols, each after 50 ms.</summary>
internal static class ProviderServer
{
    private const int Seed = 9;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);
    private static readonly Dictionary<string, double> Prices = PricesOf(new Draws(Seed));

    public static RequestDelegate Massive { get; } = Late(Answers.Bytes(SnapshotBody.Make()));

    public static RequestDelegate Tiingo { get; } = Late(Answers.Text($"[{string.Join(',', Prices.Select(TiingoRow))}]"));

    public static RequestDelegate Alpaca { get; } =
        Late(context =>
        {
            var symbols = context.Request.Query["symbols"].ToString().Split(',');
            return Answers.Text($"{{{string.Join(',', symbols.Select(symbol => AlpacaRow(symbol, Prices[symbol])))}}}")(context);
        });

    /// <summary>
    /// The distance to a provider is what this benchmark is about, so real time passes here; nothing waits for it in the hope that
    /// something else happened.
    /// </summary>
    private static RequestDelegate Late(RequestDelegate answer) =>
        async context =>
        {
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var way = TimeProvider.System.CreateTimer(_ => arrived.TrySetResult(), null, Latency, Timeout.InfiniteTimeSpan);
            await arrived.Task;
            await answer(context);
        };

    private static Dictionary<string, double> PricesOf(Draws draws) =>
        Tickers.All.ToDictionary(symbol => symbol.Text, _ => Math.Round(draws.Between(5, 500), 2));

    private static string TiingoRow(KeyValuePair<string, double> quote) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"ticker":"{{quote.Key}}","timestamp":"2025-01-27T21:00:00+00:00","quoteTimestamp":null,"lastSaleTimestamp":null,"last":null,"lastSize":null,"tngoLast":{{quote.Value}},"prevClose":{{quote.Value}},"open":{{quote.Value}},"high":{{quote.Value}},"low":{{quote.Value}},"mid":null,"volume":1846213,"bidSize":null,"bidPrice":null,"askSize":null,"askPrice":null}"""
        );

    private static string AlpacaRow(string symbol, double price) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            "{{{symbol}}}":{"latestTrade":{"t":"2025-01-27T20:59:58.448432206Z","x":"D","p":{{{price}}},"s":200,"c":["@"],"i":39884,"z":"C"},
            "latestQuote":{"t":"2025-01-27T20:59:58.547Z","ax":"K","ap":{{{price}}},"as":2,"bx":"K","bp":{{{price}}},"bs":5,"c":["R"],"z":"C"},
            "minuteBar":{"t":"2025-01-27T20:59:00Z","o":{{{price}}},"h":{{{price}}},"l":{{{price}}},"c":{{{price}}},"v":195503,"n":1880,"vw":{{{price}}}},
            "dailyBar":{"t":"2025-01-27T05:00:00Z","o":{{{price}}},"h":{{{price}}},"l":{{{price}}},"c":{{{price}}},"v":31749988,"n":186143,"vw":{{{price}}}},
            "prevDailyBar":{"t":"2025-01-24T05:00:00Z","o":{{{price}}},"h":{{{price}}},"l":{{{price}}},"c":{{{price}}},"v":73839892,"n":609067,"vw":{{{price}}}}}
            """
        );
}
