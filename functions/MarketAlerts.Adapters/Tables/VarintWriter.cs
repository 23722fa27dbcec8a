using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Adapters.Tables;

/// <summary>
/// Writes numbers in as few bytes as they need: seven bits a byte, lowest first (LEB128), signed ones zigzag, as Protocol Buffers do.
/// </summary>
internal sealed class VarintWriter
{
    internal const ulong Unknown = 0;
    internal const ulong BitsFollow = 2;
    internal const ulong UnitsFollow = 1;

    private const double MostUnits = 1L << 52;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    public void Signed(long value) => Unsigned(Zigzag(value));

    /// <summary>Any number exactly: one byte when unknown (NaN), few when it is a whole number of 1/10,000, else nine.</summary>
    public void Number(double value)
    {
        var units = value * Level.Scale;
        if (double.IsNaN(value))
        {
            Unsigned(Unknown);
        }
        else if (Math.Abs(units) < MostUnits && Math.Round(units) / Level.Scale == value && !(value is 0 && double.IsNegative(value)))
        {
            Unsigned((Zigzag((long)Math.Round(units)) << 1) | UnitsFollow);
        }
        else
        {
            Unsigned(BitsFollow);
            BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), value);
            _bytes.Advance(sizeof(double));
        }
    }

    public void Single(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(sizeof(float)), value);
        _bytes.Advance(sizeof(float));
    }

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)length);
        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }

    private static ulong Zigzag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
