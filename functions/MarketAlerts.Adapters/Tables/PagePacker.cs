using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.MarketPages;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Packs the columns of a page into bytes and back. The first byte is the format; a reader of bytes refuses one it does not know.
/// </summary>
internal static class PagePacker
{
    private const byte Format = 2;
    private const int BytesPerCrossing = 24;

    /// <summary>Packs all symbols, in order.</summary>
    public static byte[] Pack(SymbolColumns symbols)
    {
        var writer = new VarintWriter();
        writer.Byte(Format);
        writer.Unsigned((ulong)symbols.Symbols.Count);
        foreach (var symbol in symbols.Symbols)
        {
            writer.Text(symbol.Text);
        }

        for (var row = 0; row < symbols.Symbols.Count; row++)
        {
            SymbolPacker.Write(writer, symbols, row);
        }

        EpisodePacker.Write(writer, symbols);
        return writer.ToArray();
    }

    /// <summary>Reads what <see cref="Pack(SymbolColumns)"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format, or broken.</exception>
    public static SymbolColumns Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] is not Format)
        {
            throw new InvalidDataException("A market page of an unknown format; deploy a version that reads it.");
        }

        try
        {
            return Read(bytes);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A broken market page.", broken);
        }
    }

    private static SymbolColumns Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes[1..]);
        var names = new Symbol[reader.Count()];
        for (var row = 0; row < names.Length; row++)
        {
            names[row] = Symbol.Parse(reader.Text());
        }

        var symbols = new SymbolColumns();
        symbols.Add(names);
        for (var row = 0; row < names.Length; row++)
        {
            SymbolPacker.Read(ref reader, symbols, row);
        }

        symbols.Windows.RestoreAll();
        EpisodePacker.Read(ref reader, symbols);
        symbols.ForgetLevels();
        return symbols;
    }

    /// <summary>Packs pending crossings, 24 bytes each.</summary>
    public static byte[] Pack(IReadOnlyList<PendingCrossing> pending)
    {
        using var stream = new MemoryStream(pending.Count * BytesPerCrossing);
        using var writer = new BinaryWriter(stream);
        foreach (var next in pending)
        {
            writer.Write(next.SymbolIndex);
            writer.Write((byte)next.Crossing.Metric);
            writer.Write((byte)next.Crossing.Direction);
            writer.Write(next.LateSubscription is null ? 0 : 1);
            writer.Write(next.LateSubscription ?? next.Crossing.From);
            writer.Write(next.Crossing.To);
        }

        writer.Flush();
        return stream.ToArray();
    }

    public static IEnumerable<PendingCrossing> UnpackPending(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        while (reader.BaseStream.Position < bytes.Length)
        {
            var symbol = reader.ReadUInt16();
            var metric = (MetricId)reader.ReadByte();
            var direction = (Direction)reader.ReadByte();
            var late = reader.ReadInt32() is 1;
            var fromOrSubscription = reader.ReadInt64();
            var to = reader.ReadInt64();
            yield return new PendingCrossing(
                symbol,
                new Crossing(metric, direction, late ? to : fromOrSubscription, to),
                late ? fromOrSubscription : null
            );
        }
    }
}
