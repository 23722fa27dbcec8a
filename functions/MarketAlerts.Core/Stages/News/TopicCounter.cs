using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.News;

/// <summary>
/// Counts stories for the symbols and topics whose news somebody asked for and publishes what was crossed. Counts and pending events are
/// one write; a crash after it publishes the same events again when the topic is next looked at, which is when the feed is read again.
/// </summary>
public sealed class TopicCounter(MarketClock clock, ITopicStore topics, EventPublisher publisher)
{
    /// <summary>Counts stories; those counted before change nothing.</summary>
    public async Task CountAsync(IReadOnlyList<Story> stories, Catalog catalog, CancellationToken cancellationToken)
    {
        var asked = stories
            .SelectMany(story => story.Targets, (story, target) => (target, story))
            .Where(pair => catalog.News.ContainsKey(pair.target));
        foreach (var topic in asked.GroupBy(pair => pair.target, pair => pair.story).OrderBy(topic => topic.Key))
        {
            await CountAsync(topic.Key, [.. topic], catalog.News[topic.Key], cancellationToken);
        }
    }

    private async Task CountAsync(Target target, Story[] stories, NewsCondition about, CancellationToken cancellationToken)
    {
        var lost = $"The counts of {target} kept changing; the message is delivered again.";
        if (await OptimisticWrite.RunAsync(CountOnceAsync, lost, cancellationToken) is { } counted)
        {
            await PublishPendingAsync(counted, cancellationToken);
        }

        async Task<(bool IsSaved, TopicState? Saved)> CountOnceAsync()
        {
            var state = await topics.LoadAsync(target, cancellationToken) ?? new TopicState(target, MarketCalendar.DateOf(clock.Now));
            state = await PublishPendingAsync(state, cancellationToken);
            var now = LookOf(state);
            var (counted, crossings) = MentionMeter.Take(state, stories, now);
            if (ReferenceEquals(counted, state))
            {
                return (true, null);
            }

            var news = ReadingOf(counted, stories, about, now);
            var events = crossings.Select(crossing => EventOf(crossing, counted, news, now)).ToArray();
            var pending = events.Length is 0 ? null : new PendingTopicEvents(now, events);
            var saved = await topics.SaveAsync(counted with { Pending = pending }, cancellationToken);
            return (saved is not null, saved);
        }
    }

    /// <summary>What the counts say, with the newest of the stories that they took.</summary>
    private static NewsReading ReadingOf(TopicState counted, Story[] stories, NewsCondition about, DateTimeOffset now)
    {
        var newest = stories
            .Where(story => counted.Recent.Any(mention => mention.Story == story.Id))
            .OrderByDescending(story => story.Time)
            .ThenBy(story => story.Id, StringComparer.Ordinal)
            .First();
        return new NewsReading(
            about.Display,
            Math.Max(1, MentionMeter.CountOf(counted.Recent, now)),
            MentionMeter.UsualOf(counted, now),
            newest.First.Title,
            newest.First.Source,
            newest.Time
        );
    }

    /// <summary>
    /// Whole seconds, and later than the look before: the time is part of the message's id, so two looks within a second must not share it.
    /// </summary>
    private DateTimeOffset LookOf(TopicState state)
    {
        var now = clock.Now.AddTicks(-(clock.Now.Ticks % TimeSpan.TicksPerSecond));
        return now > state.LookedAt ? now : state.LookedAt.AddSeconds(1);
    }

    private static MarketEvent EventOf(Crossing crossing, TopicState state, NewsReading news, DateTimeOffset look) =>
        new(
            state.Target,
            crossing.Metric,
            crossing.Direction,
            crossing.From,
            crossing.To,
            MarketCalendar.DateOf(look),
            news.Time,
            look,
            null,
            null,
            null
        )
        {
            News = news,
        };

    private async Task<TopicState> PublishPendingAsync(TopicState state, CancellationToken cancellationToken)
    {
        if (state.Pending is not { } pending)
        {
            return state;
        }

        await publisher.PublishAsync(state.Target.ToString(), pending.LookedAt, pending.Events, cancellationToken);
        // Losing this write to another instance is harmless: it publishes the same events once more.
        return await topics.SaveAsync(state with { Pending = null }, cancellationToken) ?? state with { Pending = null };
    }
}
