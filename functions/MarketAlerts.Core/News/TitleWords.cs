using MarketAlerts.Core.News.Tagging;

namespace MarketAlerts.Core.News;

/// <summary>
/// The words of a headline that say something, for comparing headlines: whatever their case and order, without little words and the
/// publisher's name at the end.
/// </summary>
internal sealed class TitleWords
{
    private const int ShortestPublisher = 3;
    private static readonly string[] Separators = [" - ", " | ", " – ", " — "];
    private static readonly HashSet<ulong> LittleWords =
    [
        .. HashesOf("a an and as at by for from in is it its of on or s says the to up with after amid"),
    ];

    private readonly HashSet<ulong> _words;

    private TitleWords(HashSet<ulong> words) => _words = words;

    /// <summary>The words of a headline.</summary>
    public static TitleWords Split(string title) => new([.. HashesOf(WithoutPublisher(title)).Where(word => !LittleWords.Contains(word))]);

    /// <summary>The words, hashed.</summary>
    public IReadOnlyCollection<ulong> Hashes => _words;

    /// <summary>
    /// How alike two headlines are: the share of the words of both that both have (Jaccard), 0 to 1; 0 when either says nothing.
    /// </summary>
    public double SimilarityTo(TitleWords other)
    {
        var shared = _words.Count(other._words.Contains);
        var all = _words.Count + other._words.Count - shared;
        return all is 0 ? 0 : (double)shared / all;
    }

    private static string WithoutPublisher(string title)
    {
        var end = Separators.Max(separator => title.LastIndexOf(separator, StringComparison.Ordinal));
        return end > title.Length / 2 && title.Length - end > ShortestPublisher ? title[..end] : title;
    }

    private static List<ulong> HashesOf(string text)
    {
        var words = new List<ulong>();
        var scanner = new WordScanner(text);
        while (scanner.Next(out var word))
        {
            words.Add(word.Hash);
        }

        return words;
    }
}
