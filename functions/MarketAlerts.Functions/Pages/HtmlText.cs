using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MarketAlerts.Functions.Pages;

/// <summary>Builds <see cref="Html"/> from an interpolated string: encodes every value that is not HTML already.</summary>
[InterpolatedStringHandler]
public readonly struct HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public HtmlText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>A part that stands in the source.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>A value; null is nothing.</summary>
    public void AppendFormatted(string? value) => _text.Append(Encoder.Encode(value ?? ""));

    /// <summary>HTML.</summary>
    public void AppendFormatted(Html value) => _text.Append(value.Text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
