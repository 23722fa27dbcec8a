using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>The subscribers and baskets of the day, entered once for all runs.</summary>
public sealed class EnteredSubscribers : IAsyncLifetime
{
    private AccountCopy? _account;

    internal AccountCopy Account => _account!;

    public async ValueTask InitializeAsync()
    {
        var azurite = await Azurite.OpenAsync(CancellationToken.None);
        await using var mail = new SmtpSink();
        await using var host = new WalkHost(
            azurite,
            new FakeTimeProvider(WalkDay.Start),
            new WalkQueue(),
            mail,
            1,
            new Lifeline(null, false)
        );
        await host.EnterAsync(WalkDay.Watch, CancellationToken.None);
        _account = await AccountCopy.OfAsync(azurite, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
