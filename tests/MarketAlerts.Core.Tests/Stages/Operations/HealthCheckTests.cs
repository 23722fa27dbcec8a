using MarketAlerts.Core.Stages.Health;
using MarketAlerts.Core.Stages.Operations;
using MarketAlerts.Core.Universe;
using MarketAlerts.Testing.Memory;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Core.Tests.Stages.Operations;

public sealed class HealthCheckTests : ICatalogStore, IHealthStore
{
    private readonly FakeTimeProvider _time = new(Given.At("14:31"));
    private readonly LogRecorder<HealthCheck> _log = new();
    private readonly HealthCheck _look;
    private Func<Task<Catalog>> _read = () => Task.FromResult(Catalog.Empty);
    private int _reads;

    public HealthCheckTests() => _look = new HealthCheck(this, new MemorySubscribers(), this, _time, _log);

    [Fact]
    public async Task CheckAsync_IsWell_WhenEverythingIsRead()
    {
        var report = await _look.CheckAsync();

        (report.IsWell, report.CheckedAt).ShouldBe((true, Given.At("14:31")));
        report.Parts.ShouldBe([("catalog", true), ("subscribers", true), ("sources", true)]);
    }

    [Fact]
    public async Task CheckAsync_NamesThePart_WhenItCannotBeRead()
    {
        _read = () => throw new IOException("down");

        var report = await _look.CheckAsync();

        report.IsWell.ShouldBeFalse();
        report.Parts.ShouldBe([("catalog", false), ("subscribers", true), ("sources", true)]);
        _log.Entries.ShouldHaveSingleItem().Id.Id.ShouldBe(1021);
    }

    [Fact]
    public async Task CheckAsync_LooksOnce_WhenManyAskWithinFiveSeconds()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _look.CheckAsync()));
        _time.Advance(TimeSpan.FromSeconds(4.9));
        await _look.CheckAsync();
        _reads.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await _look.CheckAsync();
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task CheckAsync_GivesUp_WhenAPartHangs()
    {
        var never = new TaskCompletionSource<Catalog>();
        _read = () => never.Task;

        var looking = _look.CheckAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        (await looking).Parts[0].ShouldBe(("catalog", false));
    }

    Task<Catalog> ICatalogStore.LoadAsync(CancellationToken cancellationToken)
    {
        _reads++;
        return _read();
    }

    Task<Catalog> ICatalogStore.LoadAsync(long? version, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task ICatalogStore.SaveAsync(Catalog catalog, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IHealthStore.SaveAsync(SourceHealth health, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<SourceHealth>> IHealthStore.ReadAllAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceHealth>>([]);
}
