using System.Text;

namespace MarketAlerts.Testing.Fuzz;

/// <summary>
/// Spoils inputs, always in the same ways for the same seed: flips, cuts, repeats, splices, swaps of words, and what parsers trip over.
/// </summary>
public sealed class Mutator(int seed)
{
    /// <summary>The longest input but for the big ones.</summary>
    public const int MostBytes = 65_536;

    private const int BigBytes = 4_000_000;
    private const int MostMutations = 6;

    private static readonly byte[][] Stones =
    [
        .. new[]
        {
            "<",
            ">",
            "&",
            "&#xD800;",
            "&#x110000;",
            "&#0;",
            "&nbsp;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "<!DOCTYPE x>",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
            "<item>",
            "</item>",
            "<entry>",
            "xml:base=\"http://[\"",
            " xmlns=\"\"",
            "http://[::1",
            "http://a:99999/",
            "%00",
            "\\ud800",
            "\\u0000",
            "1e400",
            "1e308",
            "-1",
            "-0",
            "NaN",
            "Infinity",
            "99999999999999999999",
            "9223372036854775807",
            "2147483648",
            "null",
            "true",
            "[[",
            "{{",
            "{}",
            "[]",
            "\"\"",
            "\"",
            ",",
            ":",
            ";",
            "\n",
            "\r",
            "!",
            "=",
            "#",
            "//",
            "0001-01-01",
            "0001-01-01T00:00:00Z",
            "9999-12-31",
            "9999-12-31T23:59:59-14:00",
            "24:60:60",
        }.Select(Encoding.UTF8.GetBytes),
        [0],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE],
        [0xFE, 0xFF],
    ];

    private readonly Random _dice = new(seed);

    /// <summary>One more spoilt input.</summary>
    public byte[] Next(byte[][] seeds)
    {
        var bytes = OneOf(seeds);
        for (var left = 1 + _dice.Next(MostMutations); left > 0; left--)
        {
            bytes = Mutate(bytes, seeds);
        }

        return bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
    }

    /// <summary>One more input of megabytes: a good one, a part of which comes again and again, mostly with other digits.</summary>
    public byte[] NextBig(byte[][] seeds)
    {
        var good = OneOf(seeds);
        var (start, length) = Pieces.ElementAt(good, _dice.Next(good.Length + 1)).GetOffsetAndLength(good.Length);
        byte[] piece = [.. good.AsSpan(start, length), .. length > 0 && good[start + length - 1] is (byte)'}' or (byte)']' ? ","u8 : []];
        var varies = _dice.Next(4) > 0;
        using var big = new MemoryStream(BigBytes + piece.Length + good.Length);
        big.Write(good.AsSpan(0, start));
        while (big.Length < BigBytes && piece.Length > 0)
        {
            big.Write(varies ? WithOtherDigits(piece) : piece);
        }

        big.Write(good.AsSpan(start));
        return big.ToArray();
    }

    private byte[] Mutate(byte[] bytes, byte[][] seeds)
    {
        var (from, to) = (_dice.Next(bytes.Length + 1), _dice.Next(bytes.Length + 1));
        (from, to) = from <= to ? (from, to) : (to, from);
        return _dice.Next(10) switch
        {
            0 => Flip(bytes),
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => bytes[..to],
            3 => Repeat(bytes, from, Math.Min(to, from + 200)),
            4 => Splice(bytes, from, OneOf(seeds)),
            5 => [.. bytes[..from], .. bytes[Math.Min(to, from + 1 + _dice.Next(20))..], .. bytes[from..to]],
            6 => Replace(bytes, Pieces.TokenAt(bytes, from), OneOf(Stones)),
            7 => Replace(bytes, Pieces.TokenAt(bytes, from), Part(OneOf(seeds), Pieces.TokenAt)),
            8 => Replace(bytes, Pieces.ElementAt(bytes, from), _dice.Next(3) is 0 ? [] : Part(OneOf(seeds), Pieces.ElementAt)),
            _ => [.. bytes[..from], .. OneOf(Stones), .. bytes[from..]],
        };
    }

    private byte[] OneOf(byte[][] some) => some[_dice.Next(some.Length)];

    private byte[] Flip(byte[] bytes)
    {
        byte[] flipped = [.. bytes];
        for (var left = 1 + _dice.Next(4); left > 0 && flipped.Length > 0; left--)
        {
            flipped[_dice.Next(flipped.Length)] ^= (byte)(1 << _dice.Next(8));
        }

        return flipped;
    }

    private byte[] Repeat(byte[] bytes, int from, int to) =>
        [
            .. bytes[..from],
            .. Enumerable.Repeat(bytes[from..to], 1 + _dice.Next(_dice.Next(10) is 0 ? 300 : 5)).SelectMany(piece => piece),
            .. bytes[to..],
        ];

    private byte[] Splice(byte[] bytes, int at, byte[] other) => [.. bytes[..at], .. other[_dice.Next(other.Length + 1)..]];

    private static byte[] Replace(byte[] bytes, Range range, byte[] other) => [.. bytes[..range.Start], .. other, .. bytes[range.End..]];

    private byte[] Part(byte[] bytes, Func<ReadOnlySpan<byte>, int, Range> find) => bytes[find(bytes, _dice.Next(bytes.Length + 1))];

    private byte[] WithOtherDigits(byte[] piece) =>
        Array.ConvertAll(piece, letter => letter is >= (byte)'0' and <= (byte)'9' ? (byte)('0' + _dice.Next(10)) : letter);
}
