using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;

namespace MarketAlerts.Core.News.Mentions;

/// <summary>
/// Counts the stories of a topic: <c>mentions</c>, the distinct stories that came out within an hour, and <c>burst</c>, how many times as
/// many these are as usual. An episode lasts until the count is back at half. What is seen late, after an outage, is one mention however
/// much it is, and no burst. Pure.
/// </summary>
internal static class MentionMeter
{
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>What came out longer ago than this when it is first seen is no news.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>So many days are needed before a rate is usual.</summary>
    public const int FewestDays = 3;

    /// <summary>So many days are remembered.</summary>
    public const int MostDays = 14;

    private const int FewestStories = 3; // Two are no burst, however rare a topic is.
    private const double LeastUsual = 0.25; // Stories an hour: one in four hours is usual for everybody.

    /// <summary>
    /// Takes stories in; returns the state and what was crossed. Stories taken before, and those too old to be news, change nothing.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="stories">The stories of the topic.</param>
    /// <param name="now">The look (UTC).</param>
    public static (TopicState State, IReadOnlyList<Crossing> Crossings) Take(
        TopicState state,
        IEnumerable<Story> stories,
        DateTimeOffset now
    )
    {
        var known = state.Recent.Select(mention => mention.Story).ToHashSet();
        var added = stories
            .Where(story => IsNews(story, now) && known.Add(story.Id))
            .Select(story => new Mention(story.Id, story.SeenAt, story.Time))
            .ToArray();
        if (added.Length is 0)
        {
            return (state, []);
        }

        var recent = state.Recent.Where(mention => now - mention.SeenAt < Window).ToArray();
        var calm = Level.FromValue((double)CountOf(recent, now)).Units <= state.Mentions / 2;
        Mention[] all = [.. recent, .. added];
        var count = Math.Max(1, CountOf(all, now));
        var crossings = new List<Crossing>();
        var counted = Count(state, added.Length, now);
        return (
            counted with
            {
                Recent = all,
                LookedAt = now,
                Mentions = Raise(MetricId.Mentions, calm ? 0 : state.Mentions, count, crossings),
                Burst = Raise(MetricId.Burst, calm ? 0 : state.Burst, BurstOf(counted, count, now), crossings),
            },
            crossings
        );
    }

    /// <summary>How many stories an hour are usual: the mean of the days before today, or null before there are enough of them.</summary>
    public static double? UsualOf(TopicState state, DateTimeOffset now)
    {
        var today = MarketCalendar.DateOf(now);
        var days = Math.Min(today.DayNumber - state.Since.DayNumber, MostDays);
        return days < FewestDays
            ? null
            : state.Days.Where(day => day.Key < today && today.DayNumber - day.Key.DayNumber <= days).Sum(day => day.Value) / (24.0 * days);
    }

    /// <summary>How many of the stories came out within the window.</summary>
    public static int CountOf(IEnumerable<Mention> mentions, DateTimeOffset now) => mentions.Count(mention => now - mention.Time < Window);

    private static bool IsNews(Story story, DateTimeOffset now) => now - story.SeenAt < Window && story.SeenAt - story.Time <= Fresh;

    private static double? BurstOf(TopicState state, int count, DateTimeOffset now) =>
        count < FewestStories || UsualOf(state, now) is not { } usual ? null : count / Math.Max(usual, LeastUsual);

    private static TopicState Count(TopicState state, int stories, DateTimeOffset now)
    {
        var today = MarketCalendar.DateOf(now);
        var days = new SortedDictionary<DateOnly, int>(
            state.Days.Where(day => today.DayNumber - day.Key.DayNumber <= MostDays).ToDictionary()
        );
        days[today] = days.GetValueOrDefault(today) + stories;
        return state with { Days = days };
    }

    private static long Raise(MetricId metric, long extreme, double? value, List<Crossing> crossings)
    {
        var reached = Level.FromValue(value ?? 0).Units;
        if (reached <= extreme)
        {
            return extreme;
        }

        crossings.Add(new Crossing(metric, Direction.Up, extreme, reached));
        return reached;
    }
}
