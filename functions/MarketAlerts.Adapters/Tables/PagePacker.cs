using MarketAlerts.Core.Guards;
using MarketAlerts.Core.Metrics;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Packs the states of a page into bytes and back. The first byte is the format; a reader refuses one it does not know.</summary>
public static class PagePacker
{
    private const byte Format = 1;

    /// <summary>Packs all states, in order.</summary>
    public static byte[] Pack(IReadOnlyList<SymbolState> states)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Format);
        writer.Write((ushort)states.Count);
        writer.Write((byte)SymbolMetrics.ExtremeCount);
        foreach (var state in states)
        {
            Write(writer, state);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Pack(IReadOnlyList{SymbolState})"/> wrote; metrics added since start at zero.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another format.</exception>
    public static IReadOnlyList<SymbolState> Unpack(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (bytes.Length is 0 || reader.ReadByte() is not Format)
        {
            throw new InvalidDataException("A market page of an unknown format; deploy a version that reads it.");
        }

        var states = new SymbolState[reader.ReadUInt16()];
        var extremes = reader.ReadByte();
        for (var index = 0; index < states.Length; index++)
        {
            states[index] = Read(reader, extremes);
        }

        return states;
    }

    /// <summary>Packs pending crossings, 24 bytes each.</summary>
    public static byte[] Pack(IReadOnlyList<PendingCrossing> pending)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var next in pending)
        {
            writer.Write(next.SymbolIndex);
            writer.Write((byte)next.Crossing.Metric);
            writer.Write((byte)next.Crossing.Direction);
            writer.Write(next.LateWatcher is null ? 0 : 1);
            writer.Write(next.LateWatcher ?? next.Crossing.From);
            writer.Write(next.Crossing.To);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads pending crossings back.</summary>
    public static IEnumerable<PendingCrossing> UnpackPending(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        while (reader.BaseStream.Position < bytes.Length)
        {
            var symbol = reader.ReadUInt16();
            var metric = (MetricId)reader.ReadByte();
            var direction = (Direction)reader.ReadByte();
            var late = reader.ReadInt32() is 1;
            var fromOrWatcher = reader.ReadInt64();
            var to = reader.ReadInt64();
            yield return new PendingCrossing(symbol, new Crossing(metric, direction, late ? to : fromOrWatcher, to), late ? fromOrWatcher : null);
        }
    }

    private static void Write(BinaryWriter writer, SymbolState state)
    {
        writer.Write(state.Symbol.Text);
        writer.Write(state.Session?.DayNumber ?? 0);
        writer.Write(state.QuoteTime.UtcTicks);
        writer.Write(state.Last);
        writer.Write(state.Open ?? double.NaN);
        writer.Write(state.PreviousClose ?? double.NaN);
        writer.Write(state.Volume);
        Array.ForEach(state.Extremes, writer.Write);
        writer.Write(state.Told is not null);
        writer.Write(state.Told?.Below ?? 0);
        writer.Write(state.Told?.Above ?? 0);
        writer.Write(state.HeldPrice ?? double.NaN);
        writer.Write(state.HeldAt.UtcTicks);
        writer.Write((byte)state.LastVerdict);
        writer.Write(state.Closes.NewestSession?.DayNumber ?? 0);
        writer.Write((byte)state.Closes.Values.Count);
        foreach (var close in state.Closes.Values)
        {
            writer.Write(close);
        }

        writer.Write((byte)state.Trail.Points.Count);
        foreach (var point in state.Trail.Points)
        {
            writer.Write(point.Minute);
            writer.Write(point.Price);
        }
    }

    private static SymbolState Read(BinaryReader reader, int extremes)
    {
        var state = new SymbolState(Symbol.Parse(reader.ReadString()))
        {
            Session = ReadDate(reader),
            QuoteTime = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero),
            Last = reader.ReadDouble(),
            Open = ReadOptional(reader),
            PreviousClose = ReadOptional(reader),
            Volume = reader.ReadInt64(),
        };
        for (var index = 0; index < extremes; index++)
        {
            state.Extremes[index] = reader.ReadInt64();
        }

        var wasTold = reader.ReadBoolean();
        var told = new PriceTold(reader.ReadInt64(), reader.ReadInt64());
        state.Told = wasTold ? told : null;
        state.HeldPrice = ReadOptional(reader);
        state.HeldAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        state.LastVerdict = (VerdictReason)reader.ReadByte();
        var newest = ReadDate(reader);
        state.Closes.Restore(newest, Enumerable.Range(0, reader.ReadByte()).Select(_ => reader.ReadDouble()).ToArray());
        for (var points = reader.ReadByte(); points > 0; points--)
        {
            state.Trail.Restore(new TrailPoint(reader.ReadInt32(), reader.ReadSingle()));
        }

        return state;
    }

    private static double? ReadOptional(BinaryReader reader) => reader.ReadDouble() is var value && double.IsNaN(value) ? null : value;

    private static DateOnly? ReadDate(BinaryReader reader) => reader.ReadInt32() is var day and > 0 ? DateOnly.FromDayNumber(day) : null;
}
