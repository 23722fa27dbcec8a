using System.Text;
using System.Text.Json;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Alpaca;

/// <summary>Reads the refusal of a batch, <c>{"message":"invalid symbol: X"}</c>.</summary>
internal static class AlpacaRefusal
{
    private const string Beginning = "invalid symbol";

    /// <summary>The symbols it names; none when it is about something else.</summary>
    public static IReadOnlyList<Symbol> SymbolsIn(ReadOnlySpan<byte> body)
    {
        var message = MessageOf(body);
        return message.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase)
            ?
            [
                .. message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..]
                    .Split(',', StringSplitOptions.TrimEntries)
                    .Select(SymbolOf)
                    .OfType<Symbol>(),
            ]
            : [];
    }

    private static Symbol? SymbolOf(string text) => Symbol.TryParse(text, out var symbol) ? symbol : null;

    private static string MessageOf(ReadOnlySpan<byte> body)
    {
        var message = "";
        var reader = new Utf8JsonReader(body);
        try
        {
            reader.Read();
            for (var isObject = reader.TryEnterObject(); isObject && reader.NextName(out var name); )
            {
                if (name.SequenceEqual("message"u8))
                {
                    message = Encoding.UTF8.GetString(reader.Text());
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return "";
        }

        return message;
    }
}
