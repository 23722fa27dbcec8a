using System.Text.Json;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Massive;

/// <summary>
/// Reads Massive's full market snapshot (<c>/v2/snapshot/locale/us/markets/stocks/tickers</c>) from UTF-8 bytes straight into quotes,
/// without an allocation per quote. Numbers may be text, keys may come in any order, unknown keys and tickers are skipped. A zero, null or
/// missing number is not told; the previous close is <c>prevDay.c</c> and nothing else.
/// </summary>
/// <param name="symbols">Whose quotes are wanted.</param>
public sealed class MassiveSnapshotParser(SymbolTable symbols)
{
    /// <summary>The longest body that is read: some five times the whole market with every key.</summary>
    public const int MaximumBytes = 40_000_000;

    /// <summary>Adds the body's quotes to a list, in the body's order.</summary>
    /// <exception cref="FetchException">It is no snapshot; the list is as it was.</exception>
    public void Parse(ReadOnlySpan<byte> body, List<Quote> quotes)
    {
        if (body.Length > MaximumBytes)
        {
            throw new FetchException(FetchFault.TooLarge, $"Massive's snapshot has {body.Length} bytes, more than {MaximumBytes}.");
        }

        var before = quotes.Count;
        var whole = false;
        var reader = new Utf8JsonReader(body);
        try
        {
            Read(ref reader, quotes);
            whole = true;
        }
        catch (JsonException error)
        {
            throw new FetchException(
                FetchFault.Malformed,
                $"Massive's snapshot is no JSON from byte {reader.BytesConsumed} of {body.Length} on.",
                error
            );
        }
        finally
        {
            quotes.RemoveRange(before, whole ? 0 : quotes.Count - before);
        }
    }

    private void Read(ref Utf8JsonReader reader, List<Quote> quotes)
    {
        var (status, reason, hasTickers) = ("", "", false);
        reader.Read();
        if (!reader.TryEnterObject())
        {
            throw new FetchException(FetchFault.Malformed, "Massive's snapshot is JSON, but no object.");
        }

        while (reader.NextName(out var name))
        {
            if (name.SequenceEqual("tickers"u8))
            {
                hasTickers = ReadTickers(ref reader, quotes);
            }
            else if (name.SequenceEqual("status"u8))
            {
                status = ProviderText.Clean(reader.Text());
            }
            else if (name.SequenceEqual("error"u8) || name.SequenceEqual("message"u8))
            {
                reason = ProviderText.Clean(reader.Text());
            }
            else
            {
                reader.Skip();
            }
        }

        reader.End();
        Check(status, reason, hasTickers);
    }

    private bool ReadTickers(ref Utf8JsonReader reader, List<Quote> quotes)
    {
        if (!reader.TryEnterList())
        {
            return false;
        }

        var most = quotes.Count + symbols.Count;
        while (reader.NextElement())
        {
            if (
                reader.TryEnterObject()
                && MassiveTickerScanner.TryRead(ref reader, symbols, out var ticker)
                && ticker.TryQuote(out var quote)
            )
            {
                quotes.Add(
                    quotes.Count < most
                        ? quote
                        : throw new FetchException(FetchFault.Malformed, "Massive's snapshot tells a ticker again and again.")
                );
            }
        }

        return true;
    }

    private static void Check(string status, string reason, bool hasTickers)
    {
        MassiveStatus.Check(status, reason);
        if (!hasTickers)
        {
            throw new FetchException(FetchFault.Malformed, "Massive's snapshot has no list of tickers.");
        }
    }
}
