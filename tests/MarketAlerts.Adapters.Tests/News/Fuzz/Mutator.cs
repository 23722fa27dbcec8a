using System.Text;

namespace MarketAlerts.Adapters.Tests.News.Fuzz;

/// <summary>Spoils inputs, always in the same ways for the same seed: flips, cuts, repeats, splices, and what parsers trip over.</summary>
internal sealed class Mutator(int seed)
{
    private const int MostBytes = 65_536;
    private const int MostMutations = 6;

    private static readonly byte[][] Stones =
    [
        .. new[]
        {
            "<", ">", "&", "&#xD800;", "&#x110000;", "&#0;", "&nbsp;", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE x>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<item>", "</item>", "<entry>",
            "xml:base=\"http://[\"", " xmlns=\"\"", "http://[::1", "http://a:99999/", "%00", "\\ud800", "\\u0000", "1e400", "-1", "NaN", "99999999999999999999", "null", "[[", "{{", "\"", ",", "0001-01-01", "9999-12-31T23:59:59-14:00", "24:60:60",
        }.Select(Encoding.UTF8.GetBytes),
        [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF],
    ];

    private readonly Random _dice = new(seed);

    /// <summary>One more spoilt input.</summary>
    public byte[] Next(byte[][] seeds)
    {
        var bytes = seeds[_dice.Next(seeds.Length)];
        for (var left = 1 + _dice.Next(MostMutations); left > 0; left--)
        {
            bytes = Mutate(bytes, seeds);
        }

        return bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
    }

    private byte[] Mutate(byte[] bytes, byte[][] seeds)
    {
        var (from, to) = (_dice.Next(bytes.Length + 1), _dice.Next(bytes.Length + 1));
        (from, to) = from <= to ? (from, to) : (to, from);
        return _dice.Next(7) switch
        {
            0 => Flip(bytes),
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => bytes[..to],
            3 => Repeat(bytes, from, Math.Min(to, from + 200)),
            4 => Splice(bytes, from, seeds[_dice.Next(seeds.Length)]),
            5 => [.. bytes[..from], .. bytes[Math.Min(to, from + 1 + _dice.Next(20))..], .. bytes[from..to]],
            _ => [.. bytes[..from], .. Stones[_dice.Next(Stones.Length)], .. bytes[from..]],
        };
    }

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
        [.. bytes[..from], .. Enumerable.Repeat(bytes[from..to], 1 + _dice.Next(_dice.Next(10) is 0 ? 300 : 5)).SelectMany(piece => piece), .. bytes[to..]];

    private byte[] Splice(byte[] bytes, int at, byte[] other) => [.. bytes[..at], .. other[_dice.Next(other.Length + 1)..]];
}
