using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Tables;

/// <summary>Votes in the <c>Subscribers</c> table, in the bucket of their subscriber.</summary>
/// <param name="tables">The tables.</param>
/// <param name="profiles">Knows the buckets.</param>
public sealed class TableVoteStore(TableSet tables, IProfileStore profiles) : IVoteStore
{
    /// <inheritdoc/>
    public async Task SaveAsync(Vote vote, CancellationToken cancellationToken)
    {
        var row = new TableEntity(await BucketOfAsync(vote.Subscriber, cancellationToken), TableKeys.VoteOf(vote))
        {
            ["incident"] = vote.Incident,
            ["ruleHash"] = vote.RuleHash.ToString("x16", CultureInfo.InvariantCulture),
            ["rule"] = vote.Rule?.Text,
            ["vote"] = vote.Kind.ToString(),
            ["at"] = vote.At,
        };
        await (await tables.Subscribers).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Vote>> ReadAsync(SubscriberId subscriber, CancellationToken cancellationToken)
    {
        var (bucket, prefix) = (await BucketOfAsync(subscriber, cancellationToken), TableKeys.VotesOf(subscriber));
        var votes = new List<Vote>();
        await foreach (var row in (await tables.Subscribers).QueryRangeAsync(bucket, prefix, TableKeys.After(prefix), cancellationToken))
        {
            votes.Add(
                new Vote(
                    subscriber,
                    row.GetString("incident"),
                    long.Parse(row.GetString("ruleHash"), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    row.GetString("rule") is { } rule ? Rule.FromText(rule) : null,
                    Enum.Parse<VoteKind>(row.GetString("vote")),
                    row.GetDateTimeOffset("at")!.Value
                )
            );
        }

        return votes;
    }

    private async Task<string> BucketOfAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        (await profiles.BucketsAsync(cancellationToken)).BucketOf(subscriber);
}
