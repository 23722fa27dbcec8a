using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;

namespace MarketAlerts.Benchmarks.W4.Alertmanager;

/// <summary>Finds the template with which an Alertmanager's mail is as large on the wire as ours.</summary>
internal static class MailSize
{
    private const int Tries = 8;
    private const double CloseEnough = 0.005;

    /// <summary>The characters that the template makes, by what the sink measures.</summary>
    public static async Task<(int Characters, long Bytes)> FindAsync(MailSink sink, long wanted, CancellationToken cancellationToken)
    {
        var characters = (int)wanted;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var bytes = await MeasureAsync(sink, characters, cancellationToken);
            if (Math.Abs(bytes - wanted) <= CloseEnough * wanted)
            {
                return (characters, bytes);
            }

            characters = Math.Max(100, characters + (int)((wanted - bytes) * 0.9));
        }

        throw new BenchmarkException($"W4: no template of Alertmanager makes a mail of {wanted} bytes.");
    }

    private static async Task<long> MeasureAsync(MailSink sink, int characters, CancellationToken cancellationToken)
    {
        await sink.ResetAsync(cancellationToken);
        await using var process = await AlertmanagerProcess.StartAsync(sink.Port, characters, cancellationToken);
        await process.PostAsync(AlertmanagerProcess.AlertsFor(["reader@example.com"]), cancellationToken);
        var totals = await sink.WaitAsync(1, cancellationToken);
        return totals.Mails is 1 ? totals.Bytes : throw new BenchmarkException("W4: Alertmanager sent no mail.");
    }
}
