using System.Collections.Concurrent;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Notifications.Published;
using MarketAlerts.Core.Ports;
using MarketAlerts.Core.Quotes;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Reads what was published on an incident: stories on its members and its own target since the close before; of the topics these stories name, everything since
/// then, and what came out in the two weeks before. The panel of an incident is kept for a moment, since many are told of it at once.
/// </summary>
public sealed class PublishedReader(MarketClock clock, INewsStore news, IFeedStore feeds)
{
    private const int MostMembers = 15;
    private const int MostStories = 100;
    private static readonly TimeSpan Memory = TimeSpan.FromDays(14);
    private static readonly TimeSpan FeedIsRead = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<PublishedPanel?> Panel)> _kept = new();

    /// <summary>The panel of an incident, or null when no feed is polled.</summary>
    public Task<PublishedPanel?> ReadAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken)
    {
        if (catalog.Feeds.Count is 0)
        {
            return Task.FromResult<PublishedPanel?>(null);
        }

        var now = clock.Now;
        foreach (var (id, kept) in _kept)
        {
            if (now - kept.At > Kept || kept.Panel.IsFaulted || kept.Panel.IsCanceled)
            {
                _kept.TryRemove(id, out _);
            }
        }

        var version = $"{incident.Id} {incident.ETag}";
        return _kept.GetOrAdd(version, _ => (now, ReadPanelAsync(incident, catalog, cancellationToken))).Panel;
    }

    private async Task<PublishedPanel?> ReadPanelAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken)
    {
        var move = MoveOf(incident);
        var members = incident.Members.Take(MostMembers).Select(member => Target.OfSymbol(Symbol.Parse(member.Reading.Symbol)));
        var own = incident.Target.IsBasket ? members : members.Append(incident.Target).Distinct();
        var since = await LoadAsync(own, move.CloseBefore, cancellationToken);
        var topics = since.SelectMany(story => story.Targets).Where(target => target.IsTopic && catalog.News.ContainsKey(target.ToString())).Distinct().ToArray();
        var onTopics = await LoadAsync(topics, move.CloseBefore - Memory, cancellationToken);
        return PanelWriter.Write(
            [.. since.Concat(onTopics.Where(story => story.Time >= move.CloseBefore)).DistinctBy(story => story.Id)],
            [.. onTopics.Where(story => story.Time < move.CloseBefore)],
            move,
            (await feeds.ReadAllAsync(cancellationToken)).Count(feed => catalog.Feeds.ContainsKey(feed.Feed) && clock.Now - feed.ReadAt <= FeedIsRead));
    }

    private async Task<List<Story>> LoadAsync(IEnumerable<Target> targets, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var stories = new Dictionary<string, Story>();
        foreach (var target in targets)
        {
            foreach (var story in await news.LoadAsync(target, since, MostStories, cancellationToken))
            {
                stories[story.Id] = story;
            }
        }

        return [.. stories.Values];
    }

    private MoveSpan MoveOf(Incident incident)
    {
        var recovered = incident.Transitions.LastOrDefault(step => step.To is "recovered")?.At;
        var close = clock.Calendar.SessionOn(incident.Session)?.Close ?? DateTimeOffset.MaxValue;
        var members = incident.Members.Select(member => member.Reading.Symbol).Append(incident.Target.Name);
        return new MoveSpan(clock.CloseBefore(incident.Session), incident.OpenedAt, recovered ?? close, members.ToHashSet());
    }
}
