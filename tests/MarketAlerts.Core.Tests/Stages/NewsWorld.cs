using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.News;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Universe;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Everything round a feed subscriber, in memory, which can crash after any step.</summary>
internal sealed class NewsWorld : ICatalogStore, INewsSource, INewsStore, ITopicStore, IFeedStore, IAwaitingNewsStore, IMessagePublisher
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Story> _stories = [];
    private readonly Dictionary<Target, TopicState> _topics = [];
    private readonly Dictionary<string, FeedState> _feeds = [];
    private readonly Dictionary<(Rule Rule, Target Target), AwaitingNews> _awaiting = [];
    private int _versions;
    private StoryIntake? _intake;

    public FakeTimeProvider Time { get; } = new(Given.At("14:40"));

    public Catalog Catalog { get; set; } = GivenNews.Catalog;

    /// <summary>What the feed holds; null when it gives no usable answer.</summary>
    public List<Article>? Feed { get; set; } = [];

    public List<OutgoingMessage> Published { get; } = [];

    /// <summary>How many writes go well before one fails; each publication and each save is one.</summary>
    public int WritesBeforeCrash { get; set; } = int.MaxValue;

    /// <summary>How often stories about something were asked for.</summary>
    public int Looked { get; private set; }

    public IEnumerable<Story> Stories => _stories.Values;

    public IEnumerable<AwaitingNews> Awaiting => _awaiting.Values;

    public MarketClock Clock => new(Time, Given.Calendar);

    /// <summary>The distinct events published: target, metric and level reached.</summary>
    public IEnumerable<string> Events =>
        Published
            .SelectMany(message => MessageCodec.Read<MarketEvents>(message.Content).Body.Events)
            .DistinctBy(next => next.Id)
            .Select(next => $"{next.News!.About} {next.Metric} {next.To}");

    /// <summary>Another instance begins with nothing in memory.</summary>
    public void Restart() => _intake = null;

    public Task ReadAsync() => Poller().ReadAsync(new FeedPoll("wire", Time.GetUtcNow(), 0), CancellationToken.None);

    private FeedPoller Poller() =>
        new(
            Clock,
            this,
            this,
            this,
            _intake ??= new StoryIntake(Clock, this, new StoryTaggers(GivenNews.Companies)),
            new TopicCounter(Clock, this, new EventPublisher(this))
        );

    public Task<Catalog> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Catalog);

    public Task<Catalog> LoadAsync(long? version, CancellationToken cancellationToken) => Task.FromResult(Catalog);

    public Task SaveAsync(Catalog catalog, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<NewsAnswer?> GetAsync(Feed feed, FeedVersion version, CancellationToken cancellationToken) =>
        Task.FromResult(Feed is { } articles ? new NewsAnswer([.. articles], new FeedVersion("v1", null)) : null);

    public Task<IReadOnlyList<Story>> LoadRecentAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. _stories.Values.Where(story => story.SeenAt >= since).OrderBy(story => story.SeenAt)]);

    public Task<IReadOnlyList<Story>> LoadAsync(
        Target target,
        DateTimeOffset from,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    )
    {
        Looked++;
        return Task.FromResult<IReadOnlyList<Story>>([
            .. _stories
                .Values.Where(story => story.Time >= from && story.Time <= until && story.Targets.Contains(target))
                .OrderByDescending(story => story.Time)
                .Take(count),
        ]);
    }

    public Task AddAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken) =>
        stories.Count is 0
            ? Task.CompletedTask
            : Write(() =>
            {
                foreach (var story in stories)
                {
                    _stories[story.Id] = story;
                }
            });

    public async Task<Story> ChangeAsync(Story story, CancellationToken cancellationToken)
    {
        await Write(() => _stories[story.Id] = story.With(_stories[story.Id]));
        return _stories[story.Id];
    }

    public Task<TopicState?> LoadAsync(Target target, CancellationToken cancellationToken) =>
        Task.FromResult(_topics.GetValueOrDefault(target));

    public async Task<TopicState?> SaveAsync(TopicState state, CancellationToken cancellationToken)
    {
        if (_topics.GetValueOrDefault(state.Target)?.ETag != state.ETag)
        {
            return null;
        }

        await Write(() => _topics[state.Target] = state with { ETag = $"{++_versions}" });
        return _topics[state.Target];
    }

    public Task<FeedState?> LoadAsync(string feed, CancellationToken cancellationToken) => Task.FromResult(_feeds.GetValueOrDefault(feed));

    public async Task<bool> SaveAsync(FeedState state, CancellationToken cancellationToken)
    {
        await Write(() => _feeds[state.Feed] = state);
        return true;
    }

    public Task<IReadOnlyList<FeedRhythm>> ReadRhythmsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FeedRhythm>>([
            .. _feeds.Values.Select(state => new FeedRhythm(state.Feed, state.FirstReadAt, state.ReadAt, state.Arrivals)),
        ]);

    public Task AddAsync(AwaitingNews awaiting, CancellationToken cancellationToken) =>
        Write(() => _awaiting[(awaiting.Rule, awaiting.Evidence.Target)] = awaiting);

    public Task<IReadOnlyList<AwaitingNews>> FindAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AwaitingNews>>([.. _awaiting.Values.Where(waiting => waiting.Subscriber == subscriber)]);

    public Task<IReadOnlyList<AwaitingNews>> FindAsync(Target news, DateOnly session, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AwaitingNews>>([
            .. _awaiting.Values.Where(waiting => waiting.News == news && waiting.Evidence.Session == session),
        ]);

    public Task RemoveAsync(AwaitingNews awaiting, CancellationToken cancellationToken) =>
        Write(() => _awaiting.Remove((awaiting.Rule, awaiting.Evidence.Target)));

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellationToken) => Write(() => Published.Add(message));

    /// <summary>The crash comes after the write: the worst that can happen.</summary>
    private Task Write(Action write)
    {
        lock (_gate)
        {
            write();
            return WritesBeforeCrash-- > 0 ? Task.CompletedTask : throw new InvalidOperationException("Crashed.");
        }
    }
}
