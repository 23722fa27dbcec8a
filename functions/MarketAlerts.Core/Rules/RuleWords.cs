namespace MarketAlerts.Core.Rules;

/// <summary>The words of a rule, read from left to right.</summary>
internal sealed class RuleWords(string text)
{
    private readonly List<RuleWord> _words = RuleWordSplitter.Split(text);
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

    /// <summary>Takes one word, or the same word written as two.</summary>
    public bool TakeIf(string first, string second)
    {
        var matches = Peek.Is(first) && _next + 1 < _words.Count && _words[_next + 1].Is(second);
        _next += matches ? 2 : 0;
        return matches || TakeIf(first + second) || TakeIf($"{first}-{second}");
    }

    /// <summary>Takes the one word that may come here.</summary>
    public void Expect(string word, string problem)
    {
        if (!TakeIf(word))
        {
            throw Refuse(Peek, problem, word);
        }
    }

    public static RuleRefusedException Refuse(RuleWord word, string problem, string? suggestion = null) =>
        new(new RuleError(word.Position, word.Text, problem, suggestion));
}

/// <summary>Leaves the parser's inside with the error; never leaves the parser.</summary>
internal sealed class RuleRefusedException(RuleError error) : Exception(error.ToString())
{
    public RuleError Error { get; } = error;
}
