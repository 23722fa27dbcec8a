using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MarketAlerts.Functions.Pages;

/// <summary>A piece of HTML. Values come into it by <see cref="Encode"/> alone, which encodes them.</summary>
public readonly record struct Html
{
    private Html(string text) => Text = text;

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>The HTML.</summary>
    public string Text
    {
        get => field ?? "";
    }

    /// <summary>The literal parts as they are, the values encoded.</summary>
    public static Html Encode(HtmlText text) => new(text.ToString());

    /// <summary>Something that stands in the source and is HTML already; never a value.</summary>
    public static Html Literal(string constant) => new(constant);

    /// <summary>Pieces, one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <inheritdoc/>
    public override string ToString() => Text;
}

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
