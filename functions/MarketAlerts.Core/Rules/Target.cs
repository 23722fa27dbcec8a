using MarketAlerts.Core.Quotes;

namespace MarketAlerts.Core.Rules;

/// <summary>What a rule watches: a symbol (<c>s.NVDA</c>), a basket (<c>b.chips</c>) or any member of a basket (<c>a.chips</c>).</summary>
public readonly record struct Target
{
    private Target(char kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary><c>s</c> symbol, <c>b</c> basket, <c>a</c> any of a basket.</summary>
    public char Kind { get; }

    /// <summary>The symbol or the basket's name.</summary>
    public string Name { get => field ?? ""; }

    /// <summary>Whether the target is a basket as a whole.</summary>
    public bool IsBasket => Kind is 'b';

    /// <summary>A symbol.</summary>
    public static Target OfSymbol(Symbol symbol) => new('s', symbol.Text);

    /// <summary>A basket as a whole.</summary>
    public static Target OfBasket(string name) => new('b', name);

    /// <summary>Any member of a basket.</summary>
    public static Target OfAnyIn(string basket) => new('a', basket);

    /// <summary>Reads the text that <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a target.</exception>
    public static Target Parse(string text) =>
        text.Length > 2 && text[0] is 's' or 'b' or 'a' && text[1] is '.'
            ? new Target(text[0], text[2..])
            : throw new FormatException($"'{text}' is not a target such as s.NVDA or b.chips.");

    /// <summary>The name as readers write it: <c>NVDA</c>, <c>#chips</c>, <c>any of #chips</c>.</summary>
    public string Display => Kind switch { 'b' => $"#{Name}", 'a' => $"any of #{Name}", _ => Name };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}.{Name}";
}
