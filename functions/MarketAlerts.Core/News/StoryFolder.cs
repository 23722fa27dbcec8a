namespace MarketAlerts.Core.News;

/// <summary>
/// Folds near-duplicates: the same item of a feed, the same page under another link, or nearly the same headline within <see cref="Memory"/>. No input or
/// output; which stories are known comes with the call.
/// </summary>
public static class StoryFolder
{
    /// <summary>How long a story takes in others.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(72);

    /// <summary>Headlines that share so much of their words are one story.</summary>
    public const double SameTitle = 0.75;

    /// <summary>Takes articles into the known stories; returns the stories that are new or have one more source, in order of arrival.</summary>
    /// <param name="known">The stories so far; the ones that change are replaced, new ones are added.</param>
    /// <param name="articles">The articles, in order of arrival.</param>
    /// <param name="now">When they were seen (UTC).</param>
    public static IReadOnlyList<Story> Fold(List<Story> known, IEnumerable<Article> articles, DateTimeOffset now)
    {
        var changed = new List<Story>();
        foreach (var article in articles)
        {
            var at = known.FindIndex(story => IsSame(story, article, now));
            if (at < 0)
            {
                known.Add(new Story(article, now, [article.Source]));
                changed.Add(known[^1]);
            }
            else if (!known[at].Sources.Contains(article.Source))
            {
                changed.Remove(known[at]);
                known[at] = known[at] with { Sources = [.. known[at].Sources, article.Source] };
                changed.Add(known[at]);
            }
        }

        return changed;
    }

    private static bool IsSame(Story story, Article article, DateTimeOffset now)
    {
        var first = story.First;
        return (first.Source == article.Source && first.Id == article.Id)
            || (now - story.SeenAt <= Memory && (HasSameLink(first, article) || TitleWords.Of(first.Title).SimilarityTo(TitleWords.Of(article.Title)) >= SameTitle));
    }

    private static bool HasSameLink(Article one, Article other) => one.Link is not null && CanonicalLink.Of(one.Link) == CanonicalLink.Of(other.Link);
}
