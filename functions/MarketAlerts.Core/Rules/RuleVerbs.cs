using MarketAlerts.Core.Levels;

namespace MarketAlerts.Core.Rules;

/// <summary>The verbs that say which way: <c>falls</c>, <c>rises</c>, <c>moves</c>.</summary>
internal static class RuleVerbs
{
    public static IReadOnlyList<string> All { get; } = ["falls", "rises", "moves"];

    public static IReadOnlyList<Direction> Either { get; } = [Direction.Down, Direction.Up];

    public static IReadOnlyList<Direction> Down { get; } = [Direction.Down];

    public static IReadOnlyList<Direction> Up { get; } = [Direction.Up];

    /// <summary>The directions of a verb, or null for another word.</summary>
    public static IReadOnlyList<Direction>? DirectionsOf(string verb) =>
        verb switch
        {
            "falls" => Down,
            "rises" => Up,
            "moves" => Either,
            _ => null,
        };

    /// <summary>Takes the verb that comes after a word.</summary>
    public static (string Verb, IReadOnlyList<Direction> Directions) TakeAfter(string before, RuleWords words)
    {
        var word = words.Take();
        var verb = word.Text.ToLowerInvariant();
        return DirectionsOf(verb) is { } directions
            ? (verb, directions)
            : throw RuleWords.Refuse(word, $"after '{before}' comes falls, rises or moves.", NearestWord.To(word.Text, All));
    }
}
