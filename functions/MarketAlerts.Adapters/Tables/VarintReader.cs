using System.Buffers.Binary;
using System.Text;
using MarketAlerts.Core.Levels;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Reads what <see cref="VarintWriter"/> wrote.</summary>
/// <param name="bytes">The bytes.</param>
/// <exception cref="InvalidDataException">They end too early.</exception>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A number of more than 64 bits.");
    }

    /// <summary>The number of things that follow, each of at least one byte.</summary>
    public int Count()
    {
        var count = Unsigned();
        return count <= (ulong)_rest.Length ? (int)count : throw new InvalidDataException("The bytes end too early.");
    }

    public long Signed() => Unzigzag(Unsigned());

    public double Number() =>
        Unsigned() switch
        {
            VarintWriter.Unknown => double.NaN,
            VarintWriter.BitsFollow => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))),
            var units => (double)Unzigzag(units >> 1) / Level.Scale,
        };

    public float Single() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    public string Text() => Encoding.UTF8.GetString(Take((int)Math.Min(Unsigned(), int.MaxValue)));

    private static long Unzigzag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("The bytes end too early.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
