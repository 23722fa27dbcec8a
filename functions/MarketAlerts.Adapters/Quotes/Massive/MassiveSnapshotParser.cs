using System.Text;
using System.Text.Json;
using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Reads Massive's full market snapshot (<c>/v2/snapshot/locale/us/markets/stocks/tickers</c>) from UTF-8 bytes straight into quotes, without an
/// allocation per quote. Numbers may be text, keys may come in any order, unknown keys and tickers are skipped. A zero, null or missing number is
/// not told; the previous close is <c>prevDay.c</c> and nothing else.
/// </summary>
/// <param name="symbols">Whose quotes are wanted.</param>
public sealed class MassiveSnapshotParser(SymbolTable symbols)
{
    /// <summary>The longest body that is read: some five times the whole market with every key.</summary>
    public const int MaximumBytes = 40_000_000;

    private const int LongestReason = 200;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="MassiveSnapshotException">It is no snapshot; the list is as it was.</exception>
    public void Parse(ReadOnlySpan<byte> body, List<Quote> quotes)
    {
        if (body.Length > MaximumBytes)
        {
            throw new MassiveSnapshotException(MassiveFault.TooLarge, $"The snapshot has {body.Length} bytes, more than {MaximumBytes}.");
        }

        var before = quotes.Count;
        var whole = false;
        try
        {
            Read(body, quotes);
            whole = true;
        }
        catch (JsonException error)
        {
            throw new MassiveSnapshotException(
                MassiveFault.Malformed, $"The snapshot is no JSON from line {error.LineNumber + 1}, byte {error.BytePositionInLine} on ({body.Length} bytes).", error);
        }
        finally
        {
            quotes.RemoveRange(before, whole ? 0 : quotes.Count - before);
        }
    }

    private void Read(ReadOnlySpan<byte> body, List<Quote> quotes)
    {
        var reader = new Utf8JsonReader(body, Options);
        var (status, reason, hasTickers) = ("", "", false);
        if (!MassiveJson.Enter(ref reader, JsonTokenType.StartObject))
        {
            throw new MassiveSnapshotException(MassiveFault.Malformed, "The snapshot is JSON, but no object.");
        }

        while (MassiveJson.NextName(ref reader, out var name))
        {
            if (name.SequenceEqual("tickers"u8))
            {
                hasTickers = ReadTickers(ref reader, quotes);
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = TextOf(MassiveJson.Text(ref reader));
            }
            else if (name.SequenceEqual("error"u8) || name.SequenceEqual("message"u8))
            {
                reason = TextOf(MassiveJson.Text(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read(); // Throws when anything follows.
        Check(status, reason, hasTickers);
    }

    private bool ReadTickers(ref Utf8JsonReader reader, List<Quote> quotes)
    {
        if (!MassiveJson.Enter(ref reader, JsonTokenType.StartArray))
        {
            return false;
        }

        var most = quotes.Count + symbols.Count;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                reader.Skip();
            }
            else if (MassiveTickerReader.TryRead(ref reader, symbols, out var ticker) && ticker.TryQuote(out var quote))
            {
                quotes.Add(quotes.Count < most ? quote : throw new MassiveSnapshotException(MassiveFault.Malformed, "The snapshot tells a ticker again and again."));
            }
        }

        return true;
    }

    /// <summary>A refusal may come with HTTP 200. Plans with delayed data say DELAYED instead of OK.</summary>
    private static void Check(string status, string reason, bool hasTickers)
    {
        if (status is not ("OK" or "DELAYED" or ""))
        {
            throw new MassiveSnapshotException(MassiveFault.Refused, $"Massive answered {status}: {(reason is "" ? "no reason given" : reason)}");
        }

        if (!hasTickers)
        {
            throw new MassiveSnapshotException(MassiveFault.Malformed, "The snapshot has no list of tickers.");
        }
    }

    /// <summary>Free text of the other side: short and on one line, for it goes into logs.</summary>
    private static string TextOf(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LongestReason)]);
        return new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }
}
