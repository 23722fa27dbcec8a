using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes.Alpaca;
using MarketAlerts.Adapters.Quotes.History;
using MarketAlerts.Adapters.Quotes.Massive;
using MarketAlerts.Adapters.Quotes.Tiingo;
using MarketAlerts.Adapters.Quotes.TwelveData;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.Quotes.History;

/// <summary>
/// Whatever the other side sends, a parser of daily closes gives usable days of wanted symbols and sessions, or says that it cannot.
/// </summary>
public sealed class HostileHistoryProperties
{
    private static readonly Symbol Nvda = GivenQuote.Nvda.Symbol;

    private static readonly (string Body, Action<byte[], DayTable> Parse)[] Parsers =
    [
        (
            BodyOf("massive, the market of a day", "/2025-01-24"),
            (body, table) => MassiveBarsParser.Parse(body, table.Symbols, default, table.Add)
        ),
        (BodyOf("massive, the days of a ticker", "/NVDA/"), (body, table) => MassiveBarsParser.Parse(body, table.Symbols, Nvda, table.Add)),
        (BodyOf("alpaca", ""), (body, table) => AlpacaBarsParser.Parse(body, table)),
        (BodyOf("tiingo", "/nvda/"), (body, table) => TiingoDailyParser.Parse(body, Nvda, table)),
        (BodyOf("twelve-data, two at once", ""), (body, table) => TwelveDataSeriesParser.Parse(body, default, table)),
        (BodyOf("twelve-data, alone", "symbol=NVDA&"), (body, table) => TwelveDataSeriesParser.Parse(body, Nvda, table)),
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
        "\"9999-99-99\"",
        "\"\\ud800\"",
        ",",
        "}",
        "]",
        "\n",
    ];

    [Property(MaxTest = 4000)]
    public bool Parse_GivesUsableDaysOrRefuses_ForAnyDamage(ushort which, ushort place, byte length, byte kind)
    {
        var (body, parse) = Parsers[which % Parsers.Length];
        var at = place % body.Length;
        var rest = body[Math.Min(body.Length, at + (length % 30))..];
        return IsUsableOrRefused(parse, Encoding.UTF8.GetBytes(body[..at] + Values[kind % Values.Length] + rest))
            && IsUsableOrRefused(parse, Encoding.UTF8.GetBytes(body[..at]));
    }

    [Property(MaxTest = 2000)]
    public bool Parse_GivesUsableDaysOrRefuses_ForAnyBytes(byte[] body) => Parsers.All(parser => IsUsableOrRefused(parser.Parse, body));

    private static string BodyOf(string way, string path) => HistoryCases.Named(way).Body(path, GivenHistory.Rows);

    private static bool IsUsableOrRefused(Action<byte[], DayTable> parse, byte[] body)
    {
        var table = new DayTable(GivenQuote.Symbols, GivenHistory.Sessions);
        try
        {
            parse(body, table);
        }
        catch (Exception error) when (error is JsonException or FetchException)
        {
            return true;
        }

        return table
            .Histories()
            .SelectMany(history => history.Closes)
            .All(day => day.Close > 0 && double.IsFinite(day.Close) && day.Volume >= 0 && GivenHistory.Sessions.Contains(day.Session));
    }
}
