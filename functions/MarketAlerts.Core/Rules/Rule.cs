using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>
/// A rule as its subscriber wrote it, canonically, and what it compiles to. It is parsed where it comes in, from a file, a page or a stored
/// row, and is a rule from there on. Two rules are the same when their texts are.
/// </summary>
/// <param name="Text">The one line of text, the same in file, page and mail.</param>
/// <param name="Levels">One row a direction and level.</param>
/// <param name="Terms">What restricts it beside its levels.</param>
public sealed record Rule(string Text, IReadOnlyList<RuleLevel> Levels, RuleTerms Terms)
{
    /// <summary>
    /// A rule that was accepted once, read back: names are not looked up again. A text that this version cannot read keeps its words and
    /// has no levels, so it fires nothing and is not lost.
    /// </summary>
    public static Rule FromText(string text) =>
        (RuleParser.Parse(text, RuleVocabulary.Any).Rule ?? new Rule(text, [], RuleTerms.None)) with
        {
            Text = text,
        };

    /// <summary>By text.</summary>
    public bool Equals(Rule? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>
/// One level on a metric of a target in one direction: what a rule compiles to. A rule for either direction compiles to two.
/// </summary>
/// <param name="Target">What is watched.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Level">Where.</param>
public sealed record RuleLevel(Target Target, MetricId Metric, Direction Direction, Level Level);

/// <summary>What restricts a rule beside its levels.</summary>
/// <param name="Once">Whether it fires for one message only.</param>
/// <param name="Until">The last session it fires in (its date in New York), or null.</param>
/// <param name="AndNews">The news there must be as well since the close before, or null.</param>
/// <param name="News">The news that the rule itself is about, or null for a rule on figures.</param>
public sealed record RuleTerms(bool Once, DateOnly? Until, NewsCondition? AndNews, NewsCondition? News)
{
    /// <summary>No terms.</summary>
    public static RuleTerms None { get; } = new(false, null, null, null);

    /// <summary>Whether a rule may fire in a session.</summary>
    public bool AllowFiringIn(DateOnly session) => !(Until < session);
}

/// <summary>The levels of a metric that a crossing passed: whose rules are there is whom it concerns.</summary>
/// <param name="Target">What moved.</param>
/// <param name="Metric">Which number.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Levels">The levels.</param>
public readonly record struct CrossedRange(Target Target, MetricId Metric, Direction Direction, LevelRange Levels);

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
