using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;

namespace MarketAlerts.Benchmarks.W4.Alertmanager;

/// <summary>Alertmanager, started anew for each batch: all alerts in one request, until the last mail is in the sink.</summary>
/// <param name="sink">The sink.</param>
/// <param name="characters">What its template makes.</param>
internal sealed class AlertmanagerRun(MailSink sink, int characters) : IMailRun
{
    private AlertmanagerProcess? _process;
    private MailBatch _batch = new(0, 0);
    private byte[] _alerts = [];

    public string Name => "Prometheus Alertmanager";

    public ContenderKind Kind => ContenderKind.Peer;

    public int OneIn => 1;

    public bool SendsOurBytes => false;

    public async Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        await DisposeAsync();
        (_batch, _alerts) = (batch, AlertmanagerProcess.AlertsFor(batch.Addresses));
        _process = await AlertmanagerProcess.StartAsync(sink.Port, characters, cancellationToken);
    }

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await _process!.PostAsync(_alerts, cancellationToken);
        await sink.WaitAsync(_batch.Count, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
            _process = null;
        }
    }
}
