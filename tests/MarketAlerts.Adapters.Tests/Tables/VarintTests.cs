using FsCheck.Xunit;
using MarketAlerts.Adapters.Tables;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class VarintTests
{
    [Property(MaxTest = 2000)]
    public void Number_IsExact_ForAnyDouble(double value) => ShouldComeBack(value);

    [Property(MaxTest = 2000)]
    public void Number_IsExact_ForAnyBits(ulong bits) => ShouldComeBack(BitConverter.UInt64BitsToDouble(bits));

    [Property(MaxTest = 2000)]
    public void Number_IsExact_ForAnyLevel(long units) => ShouldComeBack(units / 10_000.0);

    [Property(MaxTest = 2000)]
    public void Signed_IsExact_ForAnyLong(long value)
    {
        var writer = new VarintWriter();
        writer.Signed(value);
        writer.Unsigned((ulong)value);

        var reader = new VarintReader(writer.ToArray());

        (reader.Signed(), reader.Unsigned(), reader.AtEnd).ShouldBe((value, (ulong)value, true));
    }

    [Property]
    public void Single_IsExact_ForAnyBits(uint bits)
    {
        var writer = new VarintWriter();
        writer.Single(BitConverter.UInt32BitsToSingle(bits));

        BitConverter.SingleToUInt32Bits(new VarintReader(writer.ToArray()).Single()).ShouldBe(bits);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(450_359_962_737.0496)]
    [InlineData(900_719_925_474.0992)]
    public void Number_IsExact_AtItsEdges(double value) => ShouldComeBack(value);

    [Fact]
    public void Number_KeepsTheSign_WhenItIsZeroFromBelow() => ShouldComeBack(-0.0);

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0)]
    public void Signed_IsExact_AtItsEdges(long value) => Signed_IsExact_ForAnyLong(value);

    // 124.80 is 1,248,000 units: zigzag 2,496,000 and one bit below, 4,992,001, are 23 bits in four bytes of seven; 0.0001 is one unit: 5.
    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0.0, 1)]
    [InlineData(0.0001, 1)]
    [InlineData(124.80, 4)]
    [InlineData(1.0 / 3, 9)]
    public void Number_TakesFewBytes_WhenItIsUnknownOrALevel(double value, int bytes)
    {
        var writer = new VarintWriter();
        writer.Number(value);

        writer.ToArray().Length.ShouldBe(bytes);
    }

    [Fact]
    public void Unsigned_Refuses_WhenItHasMoreThan64Bits() =>
        Should.Throw<InvalidDataException>(() => new VarintReader([.. Enumerable.Repeat((byte)0x80, 11)]).Unsigned());

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 5, 65, 66 })]
    public void Text_Refuses_WhenTheBytesEndTooEarly(byte[] bytes) =>
        Should.Throw<InvalidDataException>(() => new VarintReader(bytes).Text());

    private static void ShouldComeBack(double value)
    {
        var writer = new VarintWriter();
        writer.Number(value);

        var reader = new VarintReader(writer.ToArray());

        // Any not-a-number is the one "unknown".
        BitConverter.DoubleToInt64Bits(reader.Number()).ShouldBe(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));
        reader.AtEnd.ShouldBeTrue();
    }
}
