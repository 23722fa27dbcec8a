using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Where every table key is made; pinned by tests, since a changed key is lost data. Parts are separated by <c>|</c>.</summary>
public static class TableKeys
{
    /// <summary>RowKey of a page's state.</summary>
    public const string State = "state";

    /// <summary>PartitionKey of the sources in the Health table.</summary>
    public const string Sources = "sources";

    /// <summary>PartitionKey of the basket states.</summary>
    public const string Baskets = "baskets";

    /// <summary>PartitionKey of the wanted levels of baskets.</summary>
    public const string BasketLevels = "basket-levels";

    /// <summary>PartitionKey of the counts of news in the Market table.</summary>
    public const string Topics = "topics";

    /// <summary>PartitionKey of all stories in the News table.</summary>
    public const string Stories = "stories";

    /// <summary>PartitionKey of the feeds in the Feeds table.</summary>
    public const string Feeds = "feeds";

    /// <summary>Start of the RowKeys of wanted levels.</summary>
    public const string LevelPrefix = "level|";

    /// <summary>Start of the RowKeys of verdicts.</summary>
    public const string VerdictPrefix = "verdict|";

    /// <summary>Start of the RowKeys of profiles.</summary>
    public const string ProfilePrefix = "profile|";

    /// <summary>Start of the RowKeys of what subscribers were told of late.</summary>
    public const string HistoryPrefix = "history|";

    /// <summary>PartitionKey of what channels were given, in the Health table.</summary>
    public const string Quotas = "quotas";

    /// <summary>PartitionKey of what is known about the buckets themselves, in the Subscribers table.</summary>
    public const string Buckets = "buckets";

    /// <summary>RowKey of their number.</summary>
    public const string BucketCount = "count";

    /// <summary>PartitionKey of the buckets for which an open was told, in the Health table.</summary>
    public const string Openings = "openings";

    /// <summary>PartitionKey of the latencies in the Health table.</summary>
    public const string Latencies = "latencies";

    /// <summary>PartitionKey, in the Health table, of what ops were told and is not over.</summary>
    public const string Alarms = "alarms";

    /// <summary>RowKey of the alarm that alerts take too long.</summary>
    public const string LatencyAlarm = "latency";

    /// <summary>Start of the RowKeys of the waiting list.</summary>
    public const string WaitPrefix = "wait|";

    /// <summary>Start of the RowKeys of mails.</summary>
    public const string MailPrefix = "mail|";

    /// <summary>Start of the RowKeys of the ledger.</summary>
    public const string LedgerPrefix = "ledger|";

    /// <summary>Start of the RowKeys of those who were told of any incident.</summary>
    public const string ToldPrefix = "told|";

    /// <summary>Start of the RowKeys of the markers of what was filed of any message.</summary>
    public const string FiledPrefix = "filed|";

    /// <summary>Start of the RowKeys of what many mails tell.</summary>
    public const string ContentPrefix = "content|";

    /// <summary>Start of the RowKeys of votes.</summary>
    public const string VotePrefix = "vote|";

    /// <summary>Start of the PartitionKeys of the rules that wait for news.</summary>
    public const string AwaitingPrefix = "await|";

    /// <summary>RowKey of the wanted levels of a target.</summary>
    public static string LevelOf(Target target) => LevelPrefix + target;

    /// <summary>RowKey of the verdicts of a poll.</summary>
    public static string VerdictsOf(DateTimeOffset poll) => VerdictPrefix + Instant(poll);

    /// <summary>PartitionKey of the subscriptions of a metric on what lies on a section: a page, or a target by itself.</summary>
    public static string SubscriptionsOf(string section, MetricId metric, Direction direction) =>
        string.Create(CultureInfo.InvariantCulture, $"{section}|{(byte)metric}|{(int)direction}");

    /// <summary>The section, metric and direction of subscriptions, from their PartitionKey.</summary>
    public static (string Section, MetricId Metric, Direction Direction) SectionIn(string partition)
    {
        var parts = partition.Split('|', 3);
        return (
            parts[0],
            (MetricId)byte.Parse(parts[1], CultureInfo.InvariantCulture),
            (Direction)int.Parse(parts[2], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>A level as the start of a RowKey: 14 digits, so that key order is number order.</summary>
    public static string Level(long units) => units.ToString("D14", CultureInfo.InvariantCulture);

    /// <summary>Start of the RowKeys of the subscriptions of a target.</summary>
    public static string SubscriptionsOf(Target target) => $"{target}|";

    /// <summary>RowKey of a subscription.</summary>
    public static string SubscriptionOf(Subscription subscription) =>
        $"{SubscriptionsOf(subscription.RuleLevel.Target)}{Level(subscription.RuleLevel.Level.Units)}|{subscription.Subscriber}|"
        + $"{SubscriptionHash.Hash(subscription.Subscriber, subscription.Rule):x16}";

    /// <summary>The target and level of a subscription, from its RowKey.</summary>
    public static (Target Target, Level Level) WatchedBy(string rowKey)
    {
        var parts = rowKey.Split('|', 3);
        return (Target.Parse(parts[0]), new Level(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>RowKey of a profile.</summary>
    public static string ProfileOf(SubscriberId subscriber) => ProfilePrefix + subscriber;

    /// <summary>RowKey of what a subscriber was told of late.</summary>
    public static string ToldTo(SubscriberId subscriber) => HistoryPrefix + subscriber;

    /// <summary>Start of the RowKeys of those who were told of an incident.</summary>
    public static string ToldOf(string incident) => $"{ToldPrefix}{incident}|";

    /// <summary>RowKey of somebody who was told of an incident.</summary>
    public static string ToldOf(string incident, SubscriberId subscriber) => ToldOf(incident) + subscriber;

    /// <summary>Start of the RowKeys of the markers of what was filed of a message.</summary>
    public static string FiledOf(string messageId) => $"{FiledPrefix}{messageId}|";

    /// <summary>RowKey of such a marker: each bucket counts them from 0, so that only one files first for a message in a bucket.</summary>
    public static string FiledOf(string messageId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{FiledOf(messageId)}{number:D4}");

    /// <summary>RowKey of what many mails tell of an incident, by its hash.</summary>
    public static string ContentOf(string hash) => ContentPrefix + hash;

    /// <summary>RowKey of the claim of a <c>once</c> rule.</summary>
    public static string OnceOf(SubscriberId subscriber, Rule rule) =>
        $"{OncesOf(subscriber)}{SubscriptionHash.Hash(subscriber, rule):x16}";

    /// <summary>Start of the RowKeys of a subscriber's claims of <c>once</c> rules.</summary>
    public static string OncesOf(SubscriberId subscriber) => $"once|{subscriber}|";

    /// <summary>RowKey of a row of the waiting list.</summary>
    public static string WaitOf(Waiting row) =>
        $"{WaitPrefix}{Instant(row.Due)}|{row.Subscriber}|{(row.Kind is WaitingKind.Mail ? "m" : "i")}|{row.Reference}";

    /// <summary>RowKey of a mail.</summary>
    public static string MailOf(SubscriberId subscriber, string key) => $"{MailsOf(subscriber)}{key}";

    /// <summary>Start of the RowKeys of a subscriber's mails.</summary>
    public static string MailsOf(SubscriberId subscriber) => $"{MailPrefix}{subscriber}|";

    /// <summary>RowKey of a line of the ledger: newest first.</summary>
    public static string LedgerOf(LedgerEntry entry) =>
        $"{LedgerOf(entry.Subscriber)}{Inverted(entry.At)}|{entry.Decision.ToString().ToLowerInvariant()}|{entry.Subject}";

    /// <summary>Whose line of the ledger it is, when it was written, what was decided and of what, from its RowKey.</summary>
    public static (SubscriberId Subscriber, DateTimeOffset At, DeliveryStep Decision, string Subject) LedgerIn(string rowKey)
    {
        var parts = rowKey.Split('|', 5);
        var at = new DateTimeOffset(long.MaxValue - long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero);
        return (SubscriberId.Parse(parts[1]), at, Enum.Parse<DeliveryStep>(parts[3], ignoreCase: true), parts[4]);
    }

    /// <summary>Start of the RowKeys of a subscriber's ledger.</summary>
    public static string LedgerOf(SubscriberId subscriber) => $"{LedgerPrefix}{subscriber}|";

    /// <summary>Start of the RowKeys of a subscriber's votes.</summary>
    public static string VotesOf(SubscriberId subscriber) => $"{VotePrefix}{subscriber}|";

    /// <summary>RowKey of a vote: one a subscriber, incident (XxHash64, since the id comes out of a link) and rule.</summary>
    public static string VoteOf(Vote vote) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{VotesOf(vote.Subscriber)}{XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(vote.Incident)):x16}|{vote.RuleHash:x16}"
        );

    /// <summary>Keys and message ids of a session.</summary>
    public static string Session(DateOnly session) => session.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>PartitionKey of a symbol's history.</summary>
    public static string HistoryOf(Symbol symbol) => symbol.Text;

    /// <summary>RowKey of a story among all: oldest first by when it was seen.</summary>
    public static string StoryOf(Story story) => $"{SeenFrom(story.SeenAt)}{story.Id}";

    /// <summary>Stories first seen at an instant or later have this RowKey or a later one.</summary>
    public static string SeenFrom(DateTimeOffset instant) => $"{Instant(instant)}|";

    /// <summary>RowKey of a story among those about one thing: newest first by when it came out.</summary>
    public static string StoryAboutOf(Story story) => $"{Inverted(story.Time)}|{story.Id}";

    /// <summary>Stories about one thing that came out at an instant or earlier have this RowKey or a later one.</summary>
    public static string AboutFrom(DateTimeOffset instant) => $"{Inverted(instant)}|";

    /// <summary>Stories about one thing that came out at an instant or later lie before this key.</summary>
    public static string AboutUntil(DateTimeOffset instant) => $"{Inverted(instant)}}}";

    /// <summary>PartitionKey of the rules that wait for news of a target.</summary>
    public static string AwaitingOf(Target news) => $"{AwaitingPrefix}{news}";

    /// <summary>Start of the RowKeys of the rules that wait in a session.</summary>
    public static string AwaitingIn(DateOnly session) => $"{Session(session)}|";

    /// <summary>RowKey of a rule that waits for news; one row a rule, target that moved, direction and session.</summary>
    public static string AwaitingOf(AwaitingNews awaiting) =>
        $"{AwaitingIn(awaiting.Evidence.Session)}{awaiting.Subscriber}|"
        + $"{SubscriptionHash.Hash(awaiting.Subscriber, awaiting.Rule):x16}|{awaiting.Evidence.Target}|{(int)awaiting.Evidence.Direction}";

    /// <summary>Whether a rule that waits for news, named by its RowKey, is a subscriber's.</summary>
    public static bool IsAwaitedBy(string rowKey, SubscriberId subscriber) => rowKey.Split('|', 3)[1] == subscriber.Text;

    /// <summary>RowKey of the latencies of a bucket, in a slot that begins at an instant.</summary>
    public static string LatenciesOf(DateTimeOffset slot, string bucket) => LatenciesFrom(slot) + bucket;

    /// <summary>Latencies of slots that begin at an instant or later have this RowKey or a later one.</summary>
    public static string LatenciesFrom(DateTimeOffset slot) => $"{Instant(slot)}|";

    /// <summary>A bucket's name.</summary>
    public static string Bucket(int number) => string.Create(CultureInfo.InvariantCulture, $"b{number:D4}");

    /// <summary>The key right behind everything that starts with a prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    private static string Instant(DateTimeOffset instant) => instant.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string Inverted(DateTimeOffset instant) =>
        (long.MaxValue - instant.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
