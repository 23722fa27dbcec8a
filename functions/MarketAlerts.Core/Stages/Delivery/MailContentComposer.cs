using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
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

    private readonly ExpiringCache<string, (MailContent Content, TimeSpan DeclaredDelay)> _contents = new(Kept);
    private readonly ExpiringCache<string, MarketSnapshot> _snapshots = new(Kept);

    /// <summary>The content, and how late the source of its figures says that they are.</summary>
    public Task<(MailContent Content, TimeSpan DeclaredDelay)> ComposeAsync(
        ContentBasis basis,
        Catalog catalog,
        CancellationToken cancellationToken
    ) => _contents.GetAsync(basis.Key, clock.Now, () => ReadAsync(basis, catalog, cancellationToken));

    /// <summary>
    /// A plan whose incidents stand as they do now, for the lines that tell of them; how a day ended is told as its incidents have it.
    /// </summary>
    public async Task<(FlushPlan Plan, TimeSpan DeclaredDelay)> RenewAsync(
        FlushPlan plan,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var delay = TimeSpan.Zero;
        if (
            plan.Kind is MailKind.CloseOfDay or MailKind.Notice
            || (plan.Carried.Count is 1 && plan.Kind is not (MailKind.Digest or MailKind.Storm))
        )
        {
            return (plan, delay);
        }

        var renewed = new List<Incident>();
        foreach (var incident in plan.Carried)
        {
            var snapshot = await SnapshotAsync(incident, catalog, cancellationToken);
            delay = snapshot.DeclaredDelay > delay ? snapshot.DeclaredDelay : delay;
            renewed.Add(composer.Renew(incident, snapshot));
        }

        return (plan with { Carried = renewed }, delay);
    }

    private Task<MarketSnapshot> SnapshotAsync(Incident incident, Catalog catalog, CancellationToken cancellationToken) =>
        _snapshots.GetAsync($"{incident.Id}|{incident.ETag}", clock.Now, () => snapshots.ReadAsync(incident, catalog, cancellationToken));

    private async Task<(MailContent Content, TimeSpan DeclaredDelay)> ReadAsync(
        ContentBasis basis,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await SnapshotAsync(basis.Lead, catalog, cancellationToken);
        var panel = await published.ReadAsync(basis.Lead, basis.AskedNews, catalog, cancellationToken);
        return (composer.ContentOf(basis, catalog, snapshot, panel), snapshot.DeclaredDelay);
    }
}
