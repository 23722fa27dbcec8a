using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Wording;

/// <summary>
/// Chooses and orders the stories of a panel: what most sources carry, then what names most of the incident, then who had it first; and
/// always the newest since the move began. Pure.
/// </summary>
internal static class PanelWriter
{
    private const int MostSince = 6; // One screen.
    private const int NewestSince = 2;
    private const int MostBefore = 2;

    /// <summary>The panel of a move.</summary>
    /// <param name="since">The stories since the close before.</param>
    /// <param name="memory">Older stories on the topics of these.</param>
    /// <param name="move">The move.</param>
    /// <param name="feeds">How many feeds were read.</param>
    public static PublishedPanel Write(IReadOnlyList<Story> since, IReadOnlyList<Story> memory, MoveSpan move, int feeds)
    {
        var newest = since
            .Where(story => story.Time > move.Began)
            .OrderByDescending(story => story.Time)
            .ThenBy(story => story.Id, StringComparer.Ordinal)
            .Take(NewestSince)
            .ToArray();
        var foremost = since
            .Except(newest)
            .OrderByDescending(story => story.Sources.Count)
            .ThenByDescending(story => story.Targets.Count(move.Targets.Contains))
            .ThenBy(story => story.Time)
            .ThenBy(story => story.Id, StringComparer.Ordinal);
        return Write([.. newest, .. foremost.Take(MostSince - newest.Length)], since.Count, memory, move, feeds);
    }

    /// <summary>The panel of news that somebody asked for: the newest.</summary>
    public static PublishedPanel WriteNewest(IReadOnlyList<Story> since, IReadOnlyList<Story> memory, MoveSpan move, int feeds) =>
        Write(
            [.. since.OrderByDescending(story => story.Time).ThenBy(story => story.Id, StringComparer.Ordinal).Take(MostSince)],
            since.Count,
            memory,
            move,
            feeds
        );

    private static PublishedPanel Write(IReadOnlyList<Story> chosen, int found, IReadOnlyList<Story> memory, MoveSpan move, int feeds)
    {
        var lines = chosen.Concat(Remembered(memory)).Select(story => LineOf(story, move));
        return new PublishedPanel(
            [
                .. lines
                    .OrderBy(line => line.When)
                    .ThenBy(line => (line.Time - move.Began).Duration())
                    .ThenBy(line => line.Title, StringComparer.Ordinal),
            ],
            found - chosen.Count,
            feeds
        );
    }

    /// <summary>The first that was heard of a topic, and what most sources carry.</summary>
    private static IEnumerable<Story> Remembered(IReadOnlyList<Story> memory)
    {
        var byTime = memory.OrderBy(story => story.Time).ThenBy(story => story.Id, StringComparer.Ordinal).ToArray();
        return byTime.Take(1).Concat(byTime.OrderByDescending(story => story.Sources.Count)).Distinct().Take(MostBefore);
    }

    private static PublishedLine LineOf(Story story, MoveSpan move)
    {
        var when =
            story.Time < move.CloseBefore ? PublishedWhen.DaysBefore
            : story.Time <= move.Began ? PublishedWhen.Before
            : story.Time <= move.Over ? PublishedWhen.During
            : PublishedWhen.After;
        var days = MarketCalendar.DateOf(move.Began).DayNumber - MarketCalendar.DateOf(story.Time).DayNumber;
        return new PublishedLine(
            when,
            story.Time,
            story.First.PublishedAt is null,
            story.First.Precision,
            days,
            TitleOf(story.First),
            story.First.Source,
            story.Sources.Count,
            story.First.Link?.AbsoluteUri,
            story.Status,
            story.ChangedAt,
            ClaimOf(story, move.Targets)
        );
    }

    private static string TitleOf(Article article) =>
        article.Title is { Length: > 0 } title ? title
        : article.Summary is { Length: > 0 } summary ? summary
        : "(without a headline)";

    private static string? ClaimOf(Story story, IReadOnlySet<Target> targets) =>
        story.Claims.FirstOrDefault(claim => claim.Symbol is { } symbol && targets.Contains(Target.OfSymbol(symbol))) is { } claim
            ? string.Create(CultureInfo.InvariantCulture, $"{claim.Symbol} \"{claim.Words}\"")
            : null;
}

/// <summary>The move that stories are sorted around.</summary>
/// <param name="CloseBefore">When the session before closed (UTC).</param>
/// <param name="Began">Market time at which the move was first told (UTC).</param>
/// <param name="Over">When it was over (UTC): recovered, or the close of its session.</param>
/// <param name="Targets">Who moves, and the topics that are told of with them.</param>
internal sealed record MoveSpan(DateTimeOffset CloseBefore, DateTimeOffset Began, DateTimeOffset Over, IReadOnlySet<Target> Targets);
