using System.Text;

namespace MarketAlerts.Adapters.Quotes;

/// <summary>Free text of the other side: short and on one line, for it goes into logs.</summary>
internal static class ProviderText
{
    private const int LongestReason = 200;

    /// <summary>The beginning of a text.</summary>
    public static string Clean(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, LongestReason)]);
        return new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }
}
