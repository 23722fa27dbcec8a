using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// What a rule watches: a symbol (<c>s.NVDA</c>), a basket (<c>b.chips</c>), any member of a basket (<c>a.chips</c>) or a news topic
/// (<c>t.hash</c>).
/// </summary>
public readonly record struct Target
{
    private Target(char kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    /// <summary><c>s</c> symbol, <c>b</c> basket, <c>a</c> any of a basket, <c>t</c> topic.</summary>
    public char Kind { get; }

    /// <summary>The symbol, the basket's name or the topic's hash.</summary>
    public string Name
    {
        get => field ?? "";
    }

    /// <summary>Whether the target is a basket as a whole.</summary>
    public bool IsBasket => Kind is 'b';

    /// <summary>Whether the target is a news topic.</summary>
    public bool IsTopic => Kind is 't';

    /// <summary>A symbol.</summary>
    public static Target OfSymbol(Symbol symbol) => new('s', symbol.Text);

    /// <summary>A basket as a whole.</summary>
    public static Target OfBasket(string name) => new('b', name);

    /// <summary>Any member of a basket.</summary>
    public static Target OfAnyIn(string basket) => new('a', basket);

    /// <summary>
    /// A news topic: the same for all spellings of a phrase that mean the same. The phrase is not recoverable; the rule's text has it.
    /// </summary>
    public static Target OfTopic(string phrase) => new('t', NewsPhrase.TopicOf(phrase));

    /// <summary>The news of a symbol that mention a phrase.</summary>
    public static Target OfTopicOf(Symbol symbol, string phrase) => new('t', NewsPhrase.TopicOf(symbol, phrase));

    /// <summary>Reads the text that <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a target.</exception>
    public static Target Parse(string text) =>
        text.Length > 2 && text[0] is 's' or 'b' or 'a' or 't' && text[1] is '.'
            ? new Target(text[0], text[2..])
            : throw new FormatException($"'{text}' is not a target such as s.NVDA or b.chips.");

    /// <summary>The name as subscribers write it: <c>NVDA</c>, <c>#chips</c>, <c>any of #chips</c>.</summary>
    public string Display =>
        Kind switch
        {
            'b' => $"#{Name}",
            'a' => $"any of #{Name}",
            't' => $"topic {Name}",
            _ => Name,
        };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}.{Name}";
}
