using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Benchmarks.W4.Ours;

/// <summary>MarketAlerts: decide, compose, write down, send, record.</summary>
/// <param name="port">The sink's port.</param>
/// <param name="connections">How many mails are on their way at the same time.</param>
/// <param name="hasPicture">Whether the mails have their picture.</param>
internal sealed class OurRun(int port, int connections, bool hasPicture) : IMailRun
{
    private readonly MailWorld _world = new(port, hasPicture);
    private IReadOnlyList<Waiting> _waiting = [];

    public string Name => "MarketAlerts";

    public ContenderKind Kind => ContenderKind.Ours;

    public int OneIn => 1;

    public bool SendsOurBytes => true;

    public async Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        await _world.FillAsync(batch.Addresses, cancellationToken);
        _waiting = await _world.WaitingAsync(cancellationToken);
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = connections, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(_waiting, options, async (item, token) => await _world.SendAsync(item, token));
    }

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var sent = await _world.SentAsync(cancellationToken);
        if (sent != _waiting.Count)
        {
            throw new BenchmarkException($"W4: of {_waiting.Count} mails, {sent} are recorded as sent.");
        }
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();
}
