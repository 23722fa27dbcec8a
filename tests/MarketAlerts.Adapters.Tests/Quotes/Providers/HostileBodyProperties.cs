using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.Finnhub;
using MarketAlerts.Adapters.Quotes.Stooq;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Core.Market;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>
/// Whatever the other side sends, a parser gives usable quotes of wanted symbols or says that it cannot. Massive's has its own.
/// </summary>
public sealed class HostileBodyProperties
{
    private static readonly SymbolTable Symbols = new(GivenQuote.Symbols);

    private static readonly (ProviderCase Case, BodyParser Parse)[] Parsers =
    [
        (AlpacaCase.Case, AlpacaParser.Parse),
        (TiingoCase.Case, TiingoParser.Parse),
        (TwelveDataCase.Case, TwelveDataParser.Parse),
        (FinnhubCase.Case, (body, _, quotes) => FinnhubParser.Parse(body, GivenQuote.Nvda.Symbol, quotes)),
        (StooqCase.Case, new StooqParser(new FakeTimeProvider(GivenQuote.Close)).Parse),
    ];

    private static readonly string[] Values =
    [
        "null",
        "0",
        "-1",
        "1e400",
        "1e308",
        "99999999999999999999",
        "true",
        "[]",
        "{}",
        "[{}]",
        "\"\"",
        "\"NaN\"",
        "\"Infinity\"",
        "\"N/D\"",
        "\"None\"",
        "\"\\ud800\"",
        ",",
        "}",
        "]",
        "\n",
    ];

    [Property(MaxTest = 4000)]
    public bool Parse_GivesUsableQuotesOrRefuses_ForAnyDamage(ushort which, ushort place, byte length, byte kind)
    {
        var (provider, parse) = Parsers[which % Parsers.Length];
        var body = provider.Body("/?symbol=NVDA", provider.Good);
        var at = place % body.Length;
        var rest = body[Math.Min(body.Length, at + (length % 30))..];
        return IsUsableOrRefused(parse, Encoding.UTF8.GetBytes(body[..at] + Values[kind % Values.Length] + rest))
            && IsUsableOrRefused(parse, Encoding.UTF8.GetBytes(body[..at]));
    }

    [Property(MaxTest = 2000)]
    public bool Parse_GivesUsableQuotesOrRefuses_ForAnyBytes(byte[] body) => Parsers.All(parser => IsUsableOrRefused(parser.Parse, body));

    private static bool IsUsableOrRefused(BodyParser parse, byte[] body)
    {
        var quotes = new List<Quote>();
        try
        {
            parse(body, Symbols, quotes);
        }
        catch (Exception error) when (error is JsonException or FetchException)
        {
            return true;
        }

        return quotes.TrueForAll(IsUsable);
    }

    private static bool IsUsable(Quote quote) =>
        GivenQuote.Symbols.Contains(quote.Symbol)
        && quote.Last > 0
        && double.IsFinite(quote.Last)
        && quote.MarketTicks > 0
        && ((double?[])[quote.Open, quote.High, quote.Low, quote.PreviousClose]).All(price =>
            price is null || (price > 0 && double.IsFinite(price.Value))
        )
        && quote.Volume is null or > 0;
}
