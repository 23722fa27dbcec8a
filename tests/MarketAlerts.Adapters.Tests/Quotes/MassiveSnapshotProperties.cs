using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Tests.Quotes;

public sealed class MassiveSnapshotProperties
{
    private static readonly string[] Numbers =
    [
        "0",
        "1",
        "118.42",
        "0.0001",
        "1234567.8901",
        "123456789012345.6",
        "12345678901234567890",
        "0.1234567890123456789",
        "9007199254740993",
        "1e2",
        "1.5E-3",
        "1e400",
        "-5",
        "-0",
        "1737988230000000000",
        "1737988200000",
        "9223372036854775807",
        "1e-400",
        "5e-324",
        "179769313486231580793728971405301e290",
    ];

    private static readonly string[] OtherValues =
    [
        "null",
        "true",
        "[]",
        "[1,[2]]",
        "{}",
        "{\"c\":1,\"p\":{\"t\":2}}",
        "\"\"",
        "\"N/D\"",
        "\".5\"",
        "\"7.\"",
        "\".\"",
        "\"-\"",
        "\"NaN\"",
        "\"Infinity\"",
    ];

    private static readonly string[] Keys = ["ticker", "day", "prevDay", "lastTrade", "min", "updated", "fmv", "lastQuote"];

    [Property(MaxTest = 3000)]
    public Property Parse_EqualsThePlainReading_ForAnyKeysOrdersAndTypes() =>
        Prop.ForAll(
            Tickers().ArrayOf().ToArbitrary(),
            tickers =>
            {
                var body = Encoding.UTF8.GetBytes(GivenSnapshot.Of(tickers));
                var expected = PlainSnapshot.Parse(body).ToArray();
                return expected.Length > GivenSnapshot.Tickers.Length || GivenSnapshot.Parse(body).SequenceEqual(expected);
            }
        );

    [Property(MaxTest = 3000)]
    public Property Parse_ThrowsItsOwnErrorOnly_ForAnyBrokenBody() =>
        Prop.ForAll(
            Gen.Choose(0, 2000).ArrayOf(3).ToArbitrary(),
            cut =>
            {
                var body = Encoding.UTF8.GetBytes(GivenSnapshot.Of(GivenSnapshot.Nvda, GivenSnapshot.Nvda));
                body[cut[0] % body.Length] = (byte)cut[2];
                return ParsesOrRefuses(body[..Math.Min(body.Length, cut[1])]) && ParsesOrRefuses(body);
            }
        );

    [Property(MaxTest = 2000)]
    public bool Parse_ThrowsItsOwnErrorOnly_ForAnyBytes(byte[] body) => ParsesOrRefuses(body);

    private static bool ParsesOrRefuses(byte[] body)
    {
        try
        {
            return GivenSnapshot.Parse(body).Count >= 0;
        }
        catch (FetchException error)
        {
            return error.Message.Length is > 20 and < 400;
        }
    }

    private static Gen<string> Tickers() =>
        Gen.Elements(Keys)
            .SelectMany(Member, (_, member) => member)
            .ArrayOf()
            .SelectMany(
                _ => Gen.Elements([.. GivenSnapshot.Tickers, "GONE", "\\u004eVDA"]),
                (members, name) => $$"""{"ticker":"{{name}}",{{string.Concat(members.Select(member => member + ","))}}"x":0}"""
            );

    private static Gen<string> Member(string key) =>
        key switch
        {
            "ticker" => Gen.Elements([.. GivenSnapshot.Tickers, "gone"]).Select(name => $"\"ticker\":\"{name}\""),
            "updated" => Value().Select(value => $"\"updated\":{value}"),
            _ => Gen.OneOf(Parts(), Value()).Select(value => $"\"{key}\":{value}"),
        };

    private static Gen<string> Parts() =>
        Gen.Zip(Gen.Elements("o", "h", "l", "c", "v", "p", "t", "\\u0070", "vw"), Value())
            .ArrayOf()
            .Select(parts => $"{{{string.Join(',', parts.Select(part => $"\"{part.Item1}\":{part.Item2}"))}}}");

    private static Gen<string> Value() =>
        Gen.Frequency(
            (6, Gen.Elements(Numbers)),
            (
                3,
                Gen.Choose(1, int.MaxValue).Select(number => (number / 10_000m).ToString(System.Globalization.CultureInfo.InvariantCulture))
            ),
            (2, Gen.Elements(Numbers).Select(number => $"\"{number}\"")),
            (1, Gen.Elements(OtherValues))
        );
}
