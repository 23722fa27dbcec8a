using System.Collections.Concurrent;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Universe;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Stages.Delivery;

/// <summary>
/// Composes what a message tells of its incident, once for all who are told it in the same way within a moment: ten thousand subscribers of
/// one crash share figures, table, picture and headlines.
/// </summary>
public sealed class MailContentComposer(MarketClock clock, MarketSnapshotLoader snapshots, PublishedLoader published, MailComposer composer)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<(MailContent Content, MailContext Around)> Story)> _kept = new();

    /// <summary>The content of a plan's message and what surrounds it.</summary>
    /// <param name="plan">The plan of one subscriber's message.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="around">The subscriber's own surroundings; scene and published are filled in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(MailContent Content, MailContext Around)> ComposeAsync(
        FlushPlan plan,
        Catalog catalog,
        MailContext around,
        CancellationToken cancellationToken
    )
    {
        if (plan.Kind is MailKind.Notice or MailKind.Digest)
        {
            return (composer.ContentOf(plan, catalog, around), around);
        }

        var now = clock.Now;
        foreach (
            var (key, kept) in _kept.Where(pair => now - pair.Value.At > Kept || pair.Value.Story.IsFaulted || pair.Value.Story.IsCanceled)
        )
        {
            _kept.TryRemove(KeyValuePair.Create(key, kept));
        }

        var (content, shared) = await _kept.GetOrAdd(KeyOf(plan), _ => (now, ReadAsync(plan, catalog, around, cancellationToken))).Story;
        return (content, around with { Snapshot = shared.Snapshot, Published = shared.Published });
    }

    private async Task<(MailContent, MailContext)> ReadAsync(
        FlushPlan plan,
        Catalog catalog,
        MailContext around,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.ReadAsync(plan.Lead, catalog, cancellationToken);
        PublishedPanel? panel = await published.ReadAsync(plan.Lead, plan.Rules, catalog, cancellationToken);
        around = around with { Snapshot = snapshot, Published = panel };
        return (composer.ContentOf(plan, catalog, around), around);
    }

    /// <summary>Everything a content depends on.</summary>
    private static string KeyOf(FlushPlan plan)
    {
        var fresh = plan
            .Entries.Where(entry => entry.Kind is not EntryKind.Rule && entry.IncidentId == plan.Lead.Id)
            .SelectMany(entry => entry.Symbols)
            .Distinct()
            .Order();
        var told = plan.Alerts.Select(entry => entry.IncidentId).Distinct().Order();
        var news = plan.Rules.Where(rule => rule.Terms.AndNews is not null);
        var newest = plan.Alerts.Max(entry => entry.MarketTime).UtcTicks;
        return $"{plan.Lead.Id}|{plan.Lead.ETag}|{plan.Kind}|{newest}|{string.Join(',', fresh)}|{string.Join(',', told)}|"
            + $"{string.Join(',', news)}";
    }
}
