using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Reads what was published on an incident: stories on its members, its own target and what its subscribers' rules name besides, since the
/// close before; of the topics these stories name, everything since then, and what came out in the two weeks before. A panel is kept for a
/// moment, since many are told of an incident at once.
/// </summary>
public sealed class PublishedLoader(MarketClock clock, INewsStore news, IFeedStore feeds)
{
    private const int MostMembers = 15;
    private const int MostStories = 100;
    private const int MostRemembered = 1_000;
    private static readonly TimeSpan Memory = TimeSpan.FromDays(14);
    private static readonly TimeSpan FeedIsRead = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private readonly ExpiringCache<string, PublishedPanel> _panels = new(Kept);

    /// <summary>The panel of an incident, or null when no feed is polled.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="asked">What rules that fired ask for news of as well.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<PublishedPanel?> ReadAsync(
        Incident incident,
        IReadOnlyList<Target> asked,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        if (catalog.Feeds.Count is 0)
        {
            return null;
        }

        var version = $"{incident.Id} {incident.ETag} {string.Join(' ', asked)}";
        return await _panels.GetAsync(version, clock.Now, () => ReadPanelAsync(incident, asked, catalog, cancellationToken));
    }

    private async Task<PublishedPanel> ReadPanelAsync(
        Incident incident,
        IReadOnlyList<Target> asked,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var closeBefore = clock.CloseBefore(incident.Session);
        var members = incident.Members.Take(MostMembers).Select(member => Target.OfSymbol(member.Reading.Symbol));
        Target[] own = [.. members.Concat(asked).Concat(incident.Target.IsBasket ? [] : [incident.Target]).Distinct()];
        var since = await SinceAsync(own, closeBefore, incident.OpenedAt, cancellationToken);
        var topics = since
            .SelectMany(story => story.Targets)
            .Where(target => target.IsTopic && catalog.News.ContainsKey(target))
            .Distinct()
            .ToArray();
        var memory = await LoadAsync(topics, closeBefore - Memory, closeBefore.AddTicks(-1), MostRemembered, cancellationToken);
        var move = new MoveSpan(closeBefore, incident.OpenedAt, OverAt(incident), own.Concat(topics).ToHashSet());
        var read = (await feeds.ReadRhythmsAsync(cancellationToken)).Count(feed =>
            catalog.Feeds.ContainsKey(feed.Feed) && clock.Now - feed.ReadAt <= FeedIsRead
        );
        return incident.News is not null
            ? PanelWriter.WriteNewest(since, memory, move with { Began = clock.Now }, read)
            : PanelWriter.Write(
                [
                    .. since
                        .Concat(await SinceAsync(topics, closeBefore, incident.OpenedAt, cancellationToken))
                        .DistinctBy(story => story.Id),
                ],
                memory,
                move,
                read
            );
    }

    /// <summary>Before and after the move apart, so that what comes in its wake does not push out what was there before it.</summary>
    private async Task<IReadOnlyList<Story>> SinceAsync(
        Target[] targets,
        DateTimeOffset closeBefore,
        DateTimeOffset began,
        CancellationToken cancellationToken
    ) =>
        [
            .. await LoadAsync(targets, closeBefore, began, MostStories, cancellationToken),
            .. await LoadAsync(targets, began.AddTicks(1), DateTimeOffset.MaxValue, MostStories, cancellationToken),
        ];

    private async Task<List<Story>> LoadAsync(
        IEnumerable<Target> targets,
        DateTimeOffset from,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    )
    {
        var stories = new Dictionary<string, Story>();
        foreach (var target in targets)
        {
            foreach (var story in await news.LoadAsync(target, from, until, count, cancellationToken))
            {
                stories[story.Id] = story;
            }
        }

        return [.. stories.Values];
    }

    private DateTimeOffset OverAt(Incident incident)
    {
        var transition = incident.Transitions.LastOrDefault(step =>
            step.Step is IncidentStep.Recovering or IncidentStep.Relapsed or IncidentStep.Reopened
        );
        return transition is { Step: IncidentStep.Recovering }
            ? transition.At
            : clock.Calendar.SessionOn(incident.Session)?.Close ?? DateTimeOffset.MaxValue;
    }
}
