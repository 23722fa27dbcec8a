using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Tables;

public sealed class TableIncidentStoreTests
{
    private readonly TableIncidentStore _store = new(TestStorage.TableSet());
    private readonly string _id = TestStorage.Unique("incident");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_ReturnsNull_WhenItWasNeverSaved() => (await _store.LoadAsync(GivenMarket.Day, _id, Token)).ShouldBeNull();

    [Fact]
    public async Task SaveAsync_KeepsEverything_WhenItIsNew()
    {
        var incident = Incident();

        (await _store.SaveAsync([incident], Token)).ShouldBeEmpty();

        var stored = await StoredAsync();
        stored.Members.ShouldBe(incident.Members);
        stored.Transitions.ShouldBe(incident.Transitions);
        stored.Target.ShouldBe(incident.Target);
        (stored.Id, stored.Session, stored.OpenedAt, stored.Severity, stored.MedianMove, stored.Breadth).ShouldBe(
            (incident.Id, incident.Session, incident.OpenedAt, incident.Severity, incident.MedianMove, incident.Breadth)
        );
        stored.ETag.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task SaveAsync_ReturnsFalse_WhenSomebodyElseInsertedFirst()
    {
        await _store.SaveAsync([Incident()], Token);

        (await _store.SaveAsync([Incident()], Token)).ShouldBe([_id]);
    }

    [Fact]
    public async Task SaveAsync_ReturnsFalse_WhenSomebodyElseSavedFirst()
    {
        await _store.SaveAsync([Incident()], Token);
        var (mine, theirs) = (await StoredAsync(), await StoredAsync());
        (await _store.SaveAsync([theirs with { Severity = Severity.Severe }], Token)).ShouldBeEmpty();

        (await _store.SaveAsync([mine], Token)).ShouldBe([_id]);

        (await StoredAsync()).Severity.ShouldBe(Severity.Severe);
    }

    [Fact]
    public async Task ReadAllAsync_HoldsIt_WhenItWasSaved()
    {
        await _store.SaveAsync([Incident()], Token);

        (await _store.ReadAllAsync(Token).Where(incident => incident.Id == _id).ToListAsync(Token)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task SaveAsync_SavesTheOthers_WhenSomebodyElseSavedOneOfThemFirst()
    {
        Incident[] all = [.. Enumerable.Range(0, 250).Select(number => Incident() with { Id = $"{_id}-{number:D3}" })];
        await _store.SaveAsync([all[120]], Token);

        (await _store.SaveAsync(all, Token)).ShouldBe([all[120].Id]);

        (await _store.LoadAsync(GivenMarket.Day, [.. all.Select(incident => incident.Id), $"{_id}-none"], Token)).Count.ShouldBe(250);
        (
            await _store
                .ReadAsync(GivenMarket.Day, Token)
                .CountAsync(incident => incident.Id.StartsWith(_id, StringComparison.Ordinal), Token)
        ).ShouldBe(250);
    }

    private Incident Incident() =>
        new(
            _id,
            GivenMarket.Day,
            Target.Parse("b.chips"),
            Direction.Down,
            GivenMarket.Open,
            Severity.Notable,
            -8.07,
            -80,
            [
                new IncidentMember(
                    new MemberReading(Symbol.Parse("NVDA"), GivenMarket.Open, 124.8, -12.49, -0.17, 2.9, Severity.Severe),
                    GivenMarket.Open,
                    Severity.Severe
                ),
            ],
            [],
            [],
            [
                new IncidentTransition(GivenMarket.Open, IncidentStep.Escalated, IncidentState.Forming, "Because.")
                {
                    Severity = Severity.Severe,
                },
            ],
            new Dictionary<string, IncidentChange>()
        );

    private async Task<Incident> StoredAsync() => (await _store.LoadAsync(GivenMarket.Day, _id, Token)).ShouldNotBeNull();
}
