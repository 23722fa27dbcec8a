namespace MarketAlerts.Benchmarks.W3;

/// <summary>The oracle: at every word the longest run of words that is an alias, looked up as text.</summary>
/// <param name="room">The articles.</param>
internal sealed class NaiveTagger(StoryIntake room) : TaggingContender(room)
{
    private const int MostWords = 4;

    private readonly HashSet<string> _aliases = new(room.Aliases, StringComparer.OrdinalIgnoreCase);

    public override string Name => "naive: every run of words looked up";

    protected override long Tag(string text)
    {
        var words = text.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var starts = StartsOf(text, words);
        var sum = 0L;
        for (var first = 0; first < words.Length; )
        {
            var longest = Enumerable
                .Range(1, Math.Min(MostWords, words.Length - first))
                .LastOrDefault(count => _aliases.Contains(string.Join(' ', words[first..(first + count)])));
            sum += longest > 0 ? Hit(starts[first], starts[first + longest - 1] + words[first + longest - 1].Length) : 0;
            first += Math.Max(1, longest);
        }

        return sum;
    }

    private static int[] StartsOf(string text, string[] words)
    {
        var starts = new int[words.Length];
        for (var (word, at) = (0, 0); word < words.Length; word++)
        {
            starts[word] = text.IndexOf(words[word], at, StringComparison.Ordinal);
            at = starts[word] + words[word].Length;
        }

        return starts;
    }
}
