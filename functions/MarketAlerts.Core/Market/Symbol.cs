using System.Diagnostics.CodeAnalysis;

namespace MarketAlerts.Core.Market;

/// <summary>A ticker such as <c>NVDA</c> or <c>BRK.B</c>: 1 to 12 of <c>A-Z 0-9 . -</c>, upper case.</summary>
public readonly record struct Symbol : IComparable<Symbol>
{
    private const int MaximumLength = 12;

    private Symbol(string text) => Text = text;

    /// <summary>The ticker as text; empty only for <c>default</c>.</summary>
    public string Text
    {
        get => field ?? "";
    }

    /// <summary>Reads a ticker, lower case allowed.</summary>
    /// <exception cref="FormatException">The text is not a ticker.</exception>
    public static Symbol Parse(string text) =>
        TryParse(text, out var symbol) ? symbol : throw new FormatException($"'{text}' is not a symbol: 1 to 12 of A-Z, 0-9, '.' and '-'.");

    /// <summary>Reads a ticker, lower case allowed; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        symbol = default;
        if (text is null || text.Length is 0 or > MaximumLength)
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-'))
            {
                return false;
            }
        }

        symbol = new Symbol(text.ToUpperInvariant());
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Symbol other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
