using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Quotes.Stooq;

/// <summary>One line of the table: <c>NVDA.US,2025-01-27,22:00:01,124.8,128.4,116.7,118.42,818830900</c>.</summary>
internal readonly ref struct StooqRow
{
    private const int Columns = 8;
    private static readonly TimeZoneInfo Warsaw = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    private readonly ReadOnlySpan<byte> _ticker;
    private readonly WireQuote _fields;

    private StooqRow(ReadOnlySpan<byte> ticker, WireQuote fields)
    {
        _ticker = ticker;
        _fields = fields;
    }

    /// <summary>Reads a line; false when it has not all columns.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out StooqRow row)
    {
        row = default;
        Span<Range> columns = stackalloc Range[Columns];
        var count = 0;
        foreach (var column in line.Split((byte)','))
        {
            if (count == Columns)
            {
                return false;
            }

            columns[count++] = column;
        }

        if (count < Columns)
        {
            return false;
        }

        row = new StooqRow(
            line[columns[0]],
            new WireQuote
            {
                Ticks = WireTime.OfWall(line[columns[1].Start..columns[2].End], "yyyy-MM-dd,HH:mm:ss", Warsaw),
                Open = WireNumber.Positive(line[columns[3]]),
                High = WireNumber.Positive(line[columns[4]]),
                Low = WireNumber.Positive(line[columns[5]]),
                Last = WireNumber.Positive(line[columns[6]]),
                Volume = WireNumber.Positive(line[columns[7]]),
            }
        );
        return true;
    }

    /// <summary>The quote; false when its symbol is not wanted, or price or time is not told.</summary>
    /// <param name="symbols">Whose quotes are wanted.</param>
    /// <param name="isEnded">Whether the line is whole. If it breaks off its volume, which comes last, may have lost digits.</param>
    /// <param name="quote">The quote.</param>
    public bool TryQuote(SymbolTable symbols, bool isEnded, out Quote quote)
    {
        quote = default;
        return _ticker is [.. var ticker, (byte)'.', (byte)'U' or (byte)'u', (byte)'S' or (byte)'s']
            && DashedTicker.TryFind(symbols, ticker, out var symbol)
            && (_fields with { Volume = isEnded ? _fields.Volume : 0 }).TryQuote(symbol, out quote);
    }
}
