using System.Globalization;

namespace MarketAlerts.Benchmarks.W4.Sink;

/// <summary>What a sink has taken.</summary>
/// <param name="Mails">How many mails.</param>
/// <param name="Bytes">The bytes of their data on the wire.</param>
/// <param name="Recipients">The sum of the hashes of the envelopes' recipients.</param>
/// <param name="Content">The sum of the hashes of the data.</param>
internal readonly record struct SinkTotals(long Mails, long Bytes, long Recipients, long Content)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mails} {Bytes} {Recipients} {Content}");

    /// <summary>Reads the text back.</summary>
    public static SinkTotals Parse(string text)
    {
        var parts = Array.ConvertAll(text.Split(' '), part => long.Parse(part, CultureInfo.InvariantCulture));
        return new SinkTotals(parts[0], parts[1], parts[2], parts[3]);
    }
}
