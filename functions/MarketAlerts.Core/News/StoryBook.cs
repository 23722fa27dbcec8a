using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.News;

/// <summary>
/// Folds near-duplicates into stories: the same item of a feed, the same page under another link, or nearly the same headline within <see cref="Memory"/>. No
/// input or output; which stories are known comes with it.
/// </summary>
public sealed class StoryBook
{
    /// <summary>How long a story takes in others.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(72);

    /// <summary>Headlines that share so much of their words are one story.</summary>
    public const double SameTitle = 0.75;

    private readonly StoryTagger _tagger;
    private readonly List<(Story Story, TitleWords Words)> _stories = [];
    private readonly Dictionary<(string Source, string Id), int> _byItem = [];
    private readonly Dictionary<string, int> _byLink = [];
    private readonly Dictionary<ulong, List<int>> _byWord = [];

    /// <summary>Makes a book of the known stories.</summary>
    public StoryBook(StoryTagger tagger, IEnumerable<Story> known)
    {
        _tagger = tagger;
        foreach (var story in known)
        {
            Add(story);
        }
    }

    /// <summary>Takes an article in; returns its story as it is now, and whether that is new or changed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="now">When it was seen (UTC).</param>
    public (Story Story, bool IsChanged) Take(Article article, DateTimeOffset now)
    {
        if (Find(article, now) is not { } at)
        {
            Add(_tagger.Tag(new Story(IdOf(article), article, now, [article.Source])));
            return (_stories[^1].Story, true);
        }

        var known = _stories[at].Story;
        var next = IsItem(known, article) ? Edited(known, article, now) : WithSource(known, article.Source);
        _stories[at] = (next, TitleWords.Of(next.First.Title));
        _byItem.TryAdd((article.Source, article.Id), at);
        return (next, !ReferenceEquals(next, known));
    }

    private Story Edited(Story known, Article article, DateTimeOffset now)
    {
        if (article.Title == known.First.Title || article.Title is "")
        {
            return known;
        }

        // It came out when it came out: an edit moves neither its time nor its place among the others.
        var edited = known with { First = article with { PublishedAt = known.First.PublishedAt }, Status = EditWords.StatusOf(article.Title), ChangedAt = now };
        return _tagger.Tag(edited);
    }

    private static Story WithSource(Story known, string source) =>
        known.Sources.Contains(source) ? known : known with { Sources = [.. known.Sources, source] };

    private int? Find(Article article, DateTimeOffset now)
    {
        if (_byItem.TryGetValue((article.Source, article.Id), out var item) && IsItem(_stories[item].Story, article))
        {
            return item;
        }

        var link = CanonicalLink.Of(article.Link);
        return link is not "" && _byLink.TryGetValue(link, out var page) && IsRecent(page, now) ? page : FindByTitle(TitleWords.Of(article.Title), now);
    }

    /// <summary>Only stories that share a word are compared.</summary>
    private int? FindByTitle(TitleWords words, DateTimeOffset now)
    {
        var candidates = words.Hashes.SelectMany(word => _byWord.GetValueOrDefault(word) ?? []).Distinct().Order();
        foreach (var at in candidates)
        {
            if (IsRecent(at, now) && _stories[at].Words.SimilarityTo(words) >= SameTitle)
            {
                return at;
            }
        }

        return null;
    }

    private void Add(Story story)
    {
        var (at, words, link) = (_stories.Count, TitleWords.Of(story.First.Title), CanonicalLink.Of(story.First.Link));
        _stories.Add((story, words));
        _byItem[(story.First.Source, story.First.Id)] = at;
        if (link is not "")
        {
            _byLink[link] = at;
        }

        foreach (var word in words.Hashes)
        {
            (_byWord.TryGetValue(word, out var stories) ? stories : _byWord[word] = []).Add(at);
        }
    }

    private bool IsRecent(int at, DateTimeOffset now) => now - _stories[at].Story.SeenAt <= Memory;

    private static bool IsItem(Story story, Article article) => story.First.Source == article.Source && story.First.Id == article.Id;

    private static string IdOf(Article article) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{article.Source}\n{article.Id}")));
}
