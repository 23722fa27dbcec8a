using System.Globalization;
using MarketAlerts.Core.Calendar;
using MarketAlerts.Core.News;

namespace MarketAlerts.Core.Notifications.Published;

/// <summary>Chooses and orders the stories of a panel. Pure.</summary>
public static class PanelWriter
{
    private const int MostSince = 6; // One screen.
    private const int MostBefore = 2;

    /// <summary>The panel.</summary>
    /// <param name="since">The stories since the close before.</param>
    /// <param name="memory">Older stories on the topics of these.</param>
    /// <param name="move">The move.</param>
    /// <param name="feeds">How many feeds were read.</param>
    public static PublishedPanel Write(IReadOnlyList<Story> since, IReadOnlyList<Story> memory, MoveSpan move, int feeds)
    {
        var chosen = since.OrderByDescending(story => story.Sources.Count).ThenBy(story => (story.Time - move.Began).Duration()).ThenBy(story => story.Id, StringComparer.Ordinal).Take(MostSince);
        var lines = chosen.Concat(Remembered(memory)).Select(story => LineOf(story, move));
        return new PublishedPanel(
            [.. lines.OrderBy(line => line.When).ThenBy(line => (line.Time - move.Began).Duration()).ThenBy(line => line.Title, StringComparer.Ordinal)],
            Math.Max(0, since.Count - MostSince),
            feeds);
    }

    /// <summary>The first that was heard of a topic, and what most sources carry.</summary>
    private static IEnumerable<Story> Remembered(IReadOnlyList<Story> memory)
    {
        var byTime = memory.OrderBy(story => story.Time).ThenBy(story => story.Id, StringComparer.Ordinal).ToArray();
        return byTime.Take(1).Concat(byTime.OrderByDescending(story => story.Sources.Count)).Distinct().Take(MostBefore);
    }

    private static PublishedLine LineOf(Story story, MoveSpan move)
    {
        var when = story.Time < move.CloseBefore ? PublishedWhen.DaysBefore
            : story.Time <= move.Began ? PublishedWhen.Before
            : story.Time <= move.Over ? PublishedWhen.During
            : PublishedWhen.After;
        var days = MarketCalendar.DateOf(move.Began).DayNumber - MarketCalendar.DateOf(story.Time).DayNumber;
        return new PublishedLine(
            when, story.Time, story.First.PublishedAt is null, story.First.KnowsOnlyTheDay, days, TitleOf(story.First), story.First.Source,
            story.Sources.Count, story.First.Link?.AbsoluteUri, story.Status, story.ChangedAt, ClaimOf(story, move.Members));
    }

    private static string TitleOf(Article article) => article.Title is { Length: > 0 } title ? title : article.Summary is { Length: > 0 } summary ? summary : "(without a headline)";

    private static string? ClaimOf(Story story, IReadOnlySet<string> members) =>
        story.Claims.FirstOrDefault(claim => claim.Symbol is { } symbol && members.Contains(symbol.Text)) is { } claim
            ? string.Create(CultureInfo.InvariantCulture, $"{claim.Symbol} \"{claim.Words}\"")
            : null;
}
