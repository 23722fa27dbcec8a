using System.Text;

namespace MarketAlerts.Adapters.Quotes.Splits;

/// <summary>What a provider calls the fields of a split.</summary>
internal sealed class SplitNames(string symbol, string day, string oldShares, string newShares)
{
    private readonly byte[][] _names = [.. new[] { symbol, day, oldShares, newShares }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Which field a name is: 0 symbol, 1 day, 2 old shares, 3 new shares; -1 for another one.</summary>
    public int IndexOf(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (name.SequenceEqual(_names[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
