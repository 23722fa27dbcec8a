using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Core.News;

/// <summary>
/// Folds near-duplicates into stories: the same item of a feed, the same page under another link, or another feed's nearly same headline
/// within <see cref="Memory"/>. No input or output; which stories are known comes with it.
/// </summary>
internal sealed class StoryIndex
{
    /// <summary>How long a story takes in others.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(72);

    /// <summary>Headlines that share so much of their words are one story.</summary>
    public const double SameTitle = 0.75;

    private readonly StoryTagger _tagger;
    private readonly Dictionary<string, Entry> _stories = [];
    private readonly Dictionary<ulong, Entry> _byMark = [];
    private readonly Dictionary<ulong, HashSet<Entry>> _byWord = [];

    /// <summary>Makes a book of the known stories.</summary>
    public StoryIndex(StoryTagger tagger, IEnumerable<Story> known)
    {
        _tagger = tagger;
        foreach (var story in known)
        {
            Learn(story);
        }
    }

    /// <summary>Takes an article in; returns its story as it is now, and what that is to the book.</summary>
    /// <param name="article">The article.</param>
    /// <param name="now">When it was seen (UTC).</param>
    public (Story Story, StoryChange Change) Take(Article article, DateTimeOffset now)
    {
        var known = Find(article, now);
        var story = known is null
            ? New(article, now)
            : Carried(IsFirst(known.Story, article) ? Edited(known.Story, article, now) : known.Story, article);
        var change =
            known is null ? StoryChange.Added
            : ReferenceEquals(story, known.Story) ? StoryChange.None
            : StoryChange.Changed;
        if (change is not StoryChange.None)
        {
            Keep(story, known);
        }

        return (story, change);
    }

    /// <summary>Takes over what another instance knows of a story.</summary>
    public void Learn(Story story)
    {
        var known = _stories.GetValueOrDefault(story.Id);
        Keep(known is null ? story : known.Story.With(story), known);
    }

    /// <summary>Forgets the stories first seen before an instant.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var old in _stories.Values.Where(entry => entry.Story.SeenAt < before).ToArray())
        {
            Remove(old);
        }
    }

    private Story New(Article article, DateTimeOffset now)
    {
        var said = EditWords.StatusOf(article.Title);
        var story = new Story(IdOf(article), article, now, [article.Source]) { Marks = StoryMarks.MarksOf(article) };
        return _tagger.Tag(said is StoryStatus.Updated ? story : story with { Status = said, ChangedAt = now });
    }

    private Story Edited(Story known, Article article, DateTimeOffset now)
    {
        if (article.Title == known.First.Title || article.Title is "")
        {
            return known;
        }

        // It came out when it came out: an edit moves neither its time nor its place among the others, and it stays about what it was
        // about.
        var edited = _tagger.Tag(
            known with
            {
                First = article with { PublishedAt = known.First.PublishedAt },
                Status = EditWords.StatusOf(article.Title),
                ChangedAt = now,
            }
        );
        return edited with { Targets = [.. known.Targets.Union(edited.Targets)] };
    }

    private static Story Carried(Story story, Article article)
    {
        var marks = StoryMarks.MarksOf(article);
        return story.Sources.Contains(article.Source) && marks.All(story.Marks.Contains)
            ? story
            : story with
            {
                Sources = [.. story.Sources.Union([article.Source])],
                Marks = [.. story.Marks.Union(marks)],
            };
    }

    private Entry? Find(Article article, DateTimeOffset now)
    {
        foreach (var mark in StoryMarks.MarksOf(article))
        {
            if (_byMark.TryGetValue(mark, out var known) && (mark == StoryMarks.ItemOf(article) || IsRecent(known, now)))
            {
                return known;
            }
        }

        return FindByTitle(article, TitleWords.Split(article.Title), now);
    }

    /// <summary>
    /// Only stories that share a word are compared. A feed that has two items means two things, however alike it calls them.
    /// </summary>
    private Entry? FindByTitle(Article article, TitleWords words, DateTimeOffset now) =>
        words
            .Hashes.SelectMany(word => (IEnumerable<Entry>?)_byWord.GetValueOrDefault(word) ?? [])
            .Distinct()
            .Where(entry =>
                entry.Story.First.Source != article.Source && IsRecent(entry, now) && entry.Words.SimilarityTo(words) >= SameTitle
            )
            .OrderBy(entry => entry.Story.SeenAt)
            .ThenBy(entry => entry.Story.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private void Keep(Story story, Entry? before)
    {
        if (before is not null)
        {
            Remove(before);
        }

        var entry = new Entry(story, TitleWords.Split(story.First.Title));
        _stories[story.Id] = entry;
        foreach (var mark in story.Marks)
        {
            _byMark[mark] = entry;
        }

        foreach (var word in entry.Words.Hashes)
        {
            (_byWord.TryGetValue(word, out var stories) ? stories : _byWord[word] = []).Add(entry);
        }
    }

    private void Remove(Entry entry)
    {
        _stories.Remove(entry.Story.Id);
        foreach (var mark in entry.Story.Marks.Where(mark => _byMark.GetValueOrDefault(mark) == entry))
        {
            _byMark.Remove(mark);
        }

        foreach (var word in entry.Words.Hashes)
        {
            _byWord[word].Remove(entry);
            if (_byWord[word].Count is 0)
            {
                _byWord.Remove(word);
            }
        }
    }

    private static bool IsRecent(Entry entry, DateTimeOffset now) => now - entry.Story.SeenAt <= Memory;

    private static bool IsFirst(Story story, Article article) => story.First.Source == article.Source && story.First.Id == article.Id;

    private static string IdOf(Article article) =>
        Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes($"{article.Source}\n{article.Id}")));

    private sealed class Entry(Story story, TitleWords words)
    {
        public Story Story { get; } = story;

        public TitleWords Words { get; } = words;
    }
}

/// <summary>By what an article is recognised again: its feed's item, and the page it leads to.</summary>
internal static class StoryMarks
{
    /// <summary>The marks of an article: the item first.</summary>
    public static ulong[] MarksOf(Article article)
    {
        var link = CanonicalLink.Normalize(article.Link);
        return link is "" ? [ItemOf(article)] : [ItemOf(article), HashOf($"link\n{link}")];
    }

    /// <summary>The mark of what an article says: another headline or link is another one.</summary>
    public static ulong ContentOf(Article article) => HashOf($"content\n{article.Title}\n{article.Link}");

    /// <summary>The mark of an article's item.</summary>
    public static ulong ItemOf(Article article) => HashOf($"item\n{article.Source}\n{article.Id}");

    private static ulong HashOf(string text) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text));
}

/// <summary>How publishers say in a headline that they changed an article.</summary>
internal static class EditWords
{
    private static readonly string[] Retracted = ["retract", "withdraw", "withdrawn", "kill:", "advisory: withdraw"];
    private static readonly string[] Corrected = ["correct"];

    /// <summary>
    /// What a changed headline says of the change: it stands at its beginning, as <c>CORRECTED-</c> or <c>Retraction:</c>, or in brackets
    /// at its end.
    /// </summary>
    public static StoryStatus StatusOf(string title)
    {
        var end = title.LastIndexOfAny(['(', '[']) is > 0 and var bracket ? title[(bracket + 1)..] : "";
        return Says(title, end, Retracted) ? StoryStatus.Retracted
            : Says(title, end, Corrected) ? StoryStatus.Corrected
            : StoryStatus.Updated;
    }

    private static bool Says(string start, string end, string[] words) =>
        Array.Exists(
            words,
            word => start.StartsWith(word, StringComparison.OrdinalIgnoreCase) || end.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        );
}
