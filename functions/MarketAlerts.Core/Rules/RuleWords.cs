namespace MarketAlerts.Core.Rules;

/// <summary>The words of a rule, read from left to right.</summary>
internal sealed class RuleWords(string text)
{
    private readonly List<RuleWord> _words = Split(text);
    private int _next;

    public bool AtEnd => _next >= _words.Count;

    /// <summary>The word that comes next; an empty one at the end.</summary>
    public RuleWord Peek => AtEnd ? new RuleWord("", text.Length) : _words[_next];

    public RuleWord Take()
    {
        var word = Peek;
        _next++;
        return word;
    }

    public bool TakeIf(string word)
    {
        var matches = Peek.Is(word);
        _next += matches ? 1 : 0;
        return matches;
    }

    public static RuleRefusedException Refuse(RuleWord word, string problem, string? suggestion = null) =>
        new(new RuleError(word.Position, word.Text, problem, suggestion));

    private static List<RuleWord> Split(string text)
    {
        var words = new List<RuleWord>();
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var blank = index == text.Length || char.IsWhiteSpace(text[index]);
            if (blank && start >= 0)
            {
                words.Add(new RuleWord(text[start..index], start));
                start = -1;
            }
            else if (!blank && start < 0)
            {
                start = index;
            }
        }

        return words;
    }
}
