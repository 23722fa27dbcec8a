using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>What news has to be about: a symbol, a phrase or, with both, a phrase in the news of a symbol.</summary>
/// <param name="Symbol">The symbol, or null.</param>
/// <param name="Phrase">The phrase as written, without its quotes, or null.</param>
public sealed record NewsCondition(Symbol? Symbol, string? Phrase)
{
    /// <summary>What is watched for it: the symbol, or a topic of its own.</summary>
    public Target Target =>
        (Symbol, Phrase) switch
        {
            ({ } symbol, null) => Target.OfSymbol(symbol),
            ({ } symbol, { } phrase) => Target.OfTopicOf(symbol, phrase),
            _ => Target.OfTopic(Phrase!),
        };

    /// <summary>As a rule writes it: <c>NVDA</c>, <c>"DeepSeek"</c> or <c>NVDA "export"</c>.</summary>
    public string Display =>
        (Symbol, Phrase) switch
        {
            ({ } symbol, null) => symbol.Text,
            ({ } symbol, { } phrase) => $"{symbol} \"{phrase}\"",
            _ => $"\"{Phrase}\"",
        };
}
