using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// What a rule watches: a symbol (<c>s.NVDA</c>), a basket (<c>b.chips</c>), any member of a basket (<c>a.chips</c>) or a news topic
/// (<c>t.hash</c>).
/// </summary>
public readonly record struct Target : IComparable<Target>
{
    /// <summary>The first letter of the text, in the order of the kinds.</summary>
    private const string Letters = "sbat";

    private Target(TargetKind kind, string name, Symbol? symbol = null)
    {
        Kind = kind;
        Name = name;
        Symbol = symbol;
    }

    /// <summary>What kind of thing it is.</summary>
    public TargetKind Kind { get; }

    /// <summary>The symbol, the basket's name or the topic's hash.</summary>
    public string Name
    {
        get => field ?? "";
    }

    /// <summary>The symbol of a target that is one, else null.</summary>
    public Symbol? Symbol { get; }

    /// <summary>Whether the target is a basket as a whole.</summary>
    public bool IsBasket => Kind is TargetKind.Basket;

    /// <summary>Whether the target is a news topic.</summary>
    public bool IsTopic => Kind is TargetKind.Topic;

    /// <summary>A symbol.</summary>
    public static Target OfSymbol(Symbol symbol) => new(TargetKind.Symbol, symbol.Text, symbol);

    /// <summary>A basket as a whole.</summary>
    public static Target OfBasket(string name) => new(TargetKind.Basket, name);

    /// <summary>Any member of a basket.</summary>
    public static Target OfAnyIn(string basket) => new(TargetKind.AnyIn, basket);

    /// <summary>
    /// A news topic: the same for all spellings of a phrase that mean the same. The phrase is not recoverable; the rule's text has it.
    /// </summary>
    public static Target OfTopic(string phrase) => new(TargetKind.Topic, NewsPhrase.TopicOf(phrase));

    /// <summary>The news of a symbol that mention a phrase.</summary>
    public static Target OfTopicOf(Symbol symbol, string phrase) => new(TargetKind.Topic, NewsPhrase.TopicOf(symbol, phrase));

    /// <summary>Reads the text that <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a target.</exception>
    public static Target Parse(string text)
    {
        var kind = text is [_, '.', _, ..] ? Letters.IndexOf(text[0], StringComparison.Ordinal) : -1;
        return (TargetKind)kind switch
        {
            TargetKind.Symbol => OfSymbol(Market.Symbol.Parse(text[2..])),
            TargetKind.Basket or TargetKind.AnyIn or TargetKind.Topic => new Target((TargetKind)kind, text[2..]),
            _ => throw new FormatException($"'{text}' is not a target such as s.NVDA or b.chips."),
        };
    }

    /// <summary>The name as subscribers write it: <c>NVDA</c>, <c>#chips</c>, <c>any of #chips</c>.</summary>
    public string Display =>
        Kind switch
        {
            TargetKind.Basket => $"#{Name}",
            TargetKind.AnyIn => $"any of #{Name}",
            TargetKind.Topic => $"topic {Name}",
            _ => Name,
        };

    /// <summary>By text.</summary>
    public int CompareTo(Target other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Letters[(int)Kind]}.{Name}";
}

/// <summary>The kinds of things that rules watch.</summary>
public enum TargetKind
{
    /// <summary>A symbol.</summary>
    Symbol,

    /// <summary>A basket as a whole.</summary>
    Basket,

    /// <summary>Any member of a basket.</summary>
    AnyIn,

    /// <summary>A topic of the news.</summary>
    Topic,
}
