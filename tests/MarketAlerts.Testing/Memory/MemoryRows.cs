using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Testing.Memory;

/// <summary>What the stores of people keep in memory: several stores on the same rows are several instances on the same tables.</summary>
public sealed class MemoryRows
{
    internal Lock Gate { get; } = new();

    internal Dictionary<SubscriberId, Subscriber> Profiles { get; } = [];

    internal Dictionary<SubscriberId, SubscriberHistory> Histories { get; } = [];

    internal HashSet<(string Message, SubscriberId Subscriber)> Filed { get; } = [];

    internal Dictionary<(DateTimeOffset Due, SubscriberId Subscriber, WaitingKind Kind, string Reference), Waiting> Waiting { get; } = [];

    internal Dictionary<(SubscriberId Subscriber, string Key), ClaimedMail> Mails { get; } = [];

    /// <summary>Who claimed what, until it is recorded: the same store with the same mail asks again.</summary>
    internal Dictionary<(SubscriberId Subscriber, string Key), (MemorySubscribers By, ClaimedMail Mail)> Claimants { get; } = [];

    /// <summary>What is left of mails that were sent, where their words are not kept.</summary>
    internal HashSet<(SubscriberId Subscriber, string Key)> SentWithoutWords { get; } = [];

    /// <summary>In the order in which the tables give them: by time, person, kind and name.</summary>
    internal IEnumerable<Waiting> WaitingInOrder =>
        Waiting
            .Values.OrderBy(row => row.Due)
            .ThenBy(row => row.Subscriber)
            .ThenBy(row => row.Kind)
            .ThenBy(row => row.Reference, StringComparer.Ordinal);

    internal Dictionary<(string Incident, SubscriberId Subscriber), Following> Told { get; } = [];

    internal List<LedgerEntry> Ledger { get; } = [];

    internal Dictionary<(SubscriberId Subscriber, Rule Rule), string> Onces { get; } = [];

    /// <summary>Whether a mail was claimed, sent since or not.</summary>
    internal bool IsMail((SubscriberId Subscriber, string Key) key) => Mails.ContainsKey(key) || SentWithoutWords.Contains(key);

    /// <summary>A version that no row had before.</summary>
    internal string NextVersion() => $"v{++Versions}";

    internal int Versions { get; private set; }

    internal void Clear()
    {
        Profiles.Clear();
        Histories.Clear();
        Filed.Clear();
        Waiting.Clear();
        Mails.Clear();
        SentWithoutWords.Clear();
        Claimants.Clear();
        Told.Clear();
        Ledger.Clear();
        Onces.Clear();
    }

    internal static (DateTimeOffset, SubscriberId, WaitingKind, string) KeyOf(Waiting row) =>
        (row.Due, row.Subscriber, row.Kind, row.Reference);
}
