using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>
/// Deletes a subscriber with everything about them. First what makes them be told (subscriptions, levels), then what is known of them, the
/// profile last: after a crash the same again finds the rest. What many share stays: contents of mails name nobody.
/// </summary>
public sealed class Forgetter(IProfileStore profiles, IAwaitingNewsStore awaiting, RuleRegistration rules)
{
    /// <summary>Deletes them; returns how many rows of each kind went, or would go.</summary>
    /// <param name="email">Their address.</param>
    /// <param name="dryRun">Whether they are only counted.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<IReadOnlyList<RowCount>> ForgetAsync(string email, bool dryRun, CancellationToken cancellationToken)
    {
        var subscriber = SubscriberId.FromAddress(email);
        var profile = await profiles.LoadProfileAsync(subscriber, cancellationToken);
        var watched =
            profile is null ? 0
            : dryRun ? await rules.CountWatchedAsync(profile, cancellationToken)
            : await rules.WithdrawAsync(profile, cancellationToken);
        var waiting = await awaiting.FindAsync(subscriber, cancellationToken);
        foreach (var rule in dryRun ? [] : waiting)
        {
            await awaiting.RemoveAsync(rule, cancellationToken);
        }

        var rows = dryRun
            ? await profiles.CountRowsAsync(subscriber, cancellationToken)
            : await profiles.ForgetAsync(subscriber, cancellationToken);
        return [new RowCount("subscriptions", watched), new RowCount("rules awaiting news", waiting.Count), .. rows];
    }
}
