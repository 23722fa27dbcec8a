using System.Collections.Concurrent;
using MarketAlerts.Core.Notifications;
using MarketAlerts.Core.Notifications.Published;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscriptions;

namespace MarketAlerts.Core.Pipeline;

/// <summary>
/// Composes what a message tells of its incident, once for all who are told it in the same way within a moment: ten thousand readers of one crash share figures, table,
/// picture and headlines.
/// </summary>
public sealed class StoryDesk(MarketClock clock, SceneReader scenes, PublishedReader published, MailComposer composer)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<(MailStory Story, MailSurroundings Around)> Story)> _kept =
        new();

    /// <summary>The story of a plan's message and what surrounds it.</summary>
    /// <param name="plan">The plan of one reader's message.</param>
    /// <param name="catalog">What is watched.</param>
    /// <param name="around">The reader's own surroundings; scene and published are filled in.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(MailStory Story, MailSurroundings Around)> ComposeAsync(
        FlushPlan plan,
        Catalog catalog,
        MailSurroundings around,
        CancellationToken cancellationToken
    )
    {
        if (plan.Kind is MailKind.Notice or MailKind.Digest)
        {
            return (composer.StoryOf(plan, catalog, around), around);
        }

        var now = clock.Now;
        foreach (
            var (key, kept) in _kept.Where(pair => now - pair.Value.At > Kept || pair.Value.Story.IsFaulted || pair.Value.Story.IsCanceled)
        )
        {
            _kept.TryRemove(KeyValuePair.Create(key, kept));
        }

        var (story, shared) = await _kept.GetOrAdd(KeyOf(plan), _ => (now, ReadAsync(plan, catalog, around, cancellationToken))).Story;
        return (story, around with { Scene = shared.Scene, Published = shared.Published });
    }

    private async Task<(MailStory, MailSurroundings)> ReadAsync(
        FlushPlan plan,
        Catalog catalog,
        MailSurroundings around,
        CancellationToken cancellationToken
    )
    {
        var scene = await scenes.ReadAsync(plan.Lead, catalog, cancellationToken);
        PublishedPanel? panel = await published.ReadAsync(plan.Lead, plan.Rules, catalog, cancellationToken);
        around = around with { Scene = scene, Published = panel };
        return (composer.StoryOf(plan, catalog, around), around);
    }

    /// <summary>Everything a story depends on.</summary>
    private static string KeyOf(FlushPlan plan)
    {
        var fresh = plan
            .Entries.Where(entry => entry.Kind is not EntryKind.Rule && entry.IncidentId == plan.Lead.Id)
            .SelectMany(entry => entry.Symbols)
            .Distinct()
            .Order();
        var told = plan.Alerts.Select(entry => entry.IncidentId).Distinct().Order();
        var news = plan.Rules.Where(RuleTerms.AsksForNews);
        var newest = plan.Alerts.Max(entry => entry.MarketTime).UtcTicks;
        return $"{plan.Lead.Id}|{plan.Lead.ETag}|{plan.Kind}|{newest}|{string.Join(',', fresh)}|{string.Join(',', told)}|{string.Join(',', news)}";
    }
}
