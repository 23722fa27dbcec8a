using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableVoteStoreTests
{
    private static readonly DateTimeOffset At = new(2025, 1, 27, 15, 0, 0, TimeSpan.Zero);
    private readonly TableVoteStore _store;
    private readonly Vote _vote = new(
        SubscriberId.FromAddress(TestStorage.Unique("reader")),
        "chips-down-20250127",
        -42,
        Rule.FromText("#chips notable"),
        VoteKind.Noise,
        At
    );

    public TableVoteStoreTests()
    {
        var tables = TestStorage.TableSet();
        _store = new TableVoteStore(tables, SubscriberStores.InTables(tables).Profiles);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsync_KeepsTheLaterVote_WhenThereAreTwoOnOneIncidentAndRule()
    {
        await _store.SaveAsync(_vote, Token);
        await _store.SaveAsync(_vote with { Kind = VoteKind.Useful, At = At.AddMinutes(1) }, Token);

        (await _store.ReadAsync(_vote.Subscriber, Token)).ShouldBe([_vote with { Kind = VoteKind.Useful, At = At.AddMinutes(1) }]);
    }

    [Fact]
    public async Task SaveAsync_KeepsBoth_WhenIncidentRuleOrSubscriberDiffer()
    {
        var other = _vote with { Subscriber = SubscriberId.FromAddress(TestStorage.Unique("other")) };
        Vote[] mine =
        [
            _vote with
            {
                Incident = "NVDA-down-20250127",
                RuleHash = 0,
                Rule = Rule.FromText(""),
            },
            _vote,
            _vote with
            {
                RuleHash = 7,
                Rule = Rule.FromText("any of #chips falls 5% today"),
            },
        ];
        foreach (var vote in mine.Append(other))
        {
            await _store.SaveAsync(vote, Token);
        }

        (await _store.ReadAsync(_vote.Subscriber, Token)).ShouldBe(mine, ignoreOrder: true);
        (await _store.ReadAsync(other.Subscriber, Token)).ShouldBe([other]);
    }
}
