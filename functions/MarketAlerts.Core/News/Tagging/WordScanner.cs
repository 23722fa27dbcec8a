using System.Runtime.CompilerServices;

namespace MarketAlerts.Core.News.Tagging;

/// <summary>
/// Steps through the words of a text. Everything else separates: blanks, points, hyphens, apostrophes, so <c>Nvidia's</c> is the word
/// Nvidia and an s.
/// </summary>
/// <param name="text">The text.</param>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private const ulong Basis = 14_695_981_039_346_656_037; // FNV-1a, 64 bits.
    private const ulong Prime = 1_099_511_628_211;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The next word; false at the end.</summary>
    public bool Next(out Word word)
    {
        while (_at < _text.Length && !IsWordLetter(_text[_at]))
        {
            _at++;
        }

        var start = _at;
        var hash = Basis;
        for (; _at < _text.Length && IsWordLetter(_text[_at]); _at++)
        {
            hash = (hash ^ Fold(_text[_at])) * Prime;
        }

        word = new Word(start, _at - start, hash);
        return _at > start;
    }

    /// <summary>Reads all words of a text; returns how many. Half as many places as letters, and one, are enough.</summary>
    public static int ReadAll(ReadOnlySpan<char> text, Span<Word> words)
    {
        var scanner = new WordScanner(text);
        var count = 0;
        while (scanner.Next(out var word))
        {
            words[count++] = word;
        }

        return count;
    }

    /// <summary>Whether a letter is part of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWordLetter(char letter) =>
        letter < 128 ? char.IsAsciiLetterOrDigit(letter) || letter is '&' : char.IsLetterOrDigit(letter);

    /// <summary>A letter without its case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Fold(char letter) =>
        letter < 128 ? (ushort)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter) : char.ToLowerInvariant(letter);
}

/// <summary>A word of a text: a run of letters and digits, or an ampersand.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its letters.</param>
/// <param name="Hash">The same for all spellings in small and capital letters; 64 bits, so two different words of all aliases and articles
/// never share one.</param>
internal readonly record struct Word(int Start, int Length, ulong Hash)
{
    public int End => Start + Length;
}
