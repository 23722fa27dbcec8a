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
    private readonly ExpiringCache<string, (MailContent Content, TimeSpan DeclaredDelay)> _contents = new(TimeSpan.FromSeconds(15));

    /// <summary>The content, and how late the source of its figures says that they are.</summary>
    public Task<(MailContent Content, TimeSpan DeclaredDelay)> ComposeAsync(
        ContentBasis basis,
        Catalog catalog,
        CancellationToken cancellationToken
    ) => _contents.GetAsync(basis.Key, clock.Now, () => ReadAsync(basis, catalog, cancellationToken));

    private async Task<(MailContent Content, TimeSpan DeclaredDelay)> ReadAsync(
        ContentBasis basis,
        Catalog catalog,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.ReadAsync(basis.Lead, catalog, cancellationToken);
        var panel = await published.ReadAsync(basis.Lead, basis.AskedNews, catalog, cancellationToken);
        return (composer.ContentOf(basis, catalog, snapshot, panel), snapshot.DeclaredDelay);
    }
}
