using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// The day once, with a host that may die at one step. Then a minute passes, a new host starts with nothing in memory, and what was not
/// acknowledged comes again.
/// </summary>
internal sealed class WalkRun : IAsyncDisposable
{
    private const int MostTurns = 500;
    private static readonly TimeSpan Restart = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(WalkDay.Start);
    private readonly WalkQueue _queue = new();
    private readonly SmtpSink _mail = new();
    private readonly Azurite _azurite;
    private readonly SubscriberStores _onlooker;
    private readonly int _connections;
    private readonly Lifeline _mortal;
    private WalkHost _host;
    private int _refused;

    public WalkRun(Azurite azurite, int connections, Lifeline mortal)
    {
        (_azurite, _connections, _mortal) = (azurite, connections, mortal);
        _host = new WalkHost(azurite, _time, _queue, _mail, connections, mortal);
        _onlooker = SubscriberStores.InTables(new TableSet(new(azurite.ConnectionString)), new DeliveryOptions { Buckets = 1 });
        _mail.Script = command =>
            command.StartsWith($"RCPT TO:<{WalkDay.Busy}>", StringComparison.Ordinal) && Interlocked.Increment(ref _refused) is 1
                ? "451 4.3.2 later"
                : null;
    }

    /// <summary>What the mail server took: address and Message-ID without its subscriber and domain.</summary>
    public IReadOnlyList<string> Mails => [.. _mail.Mails.Select(mail => $"{mail.To[0]} {IncidentAndNumber(mail.Message.MessageId!)}")];

    /// <summary>Whole Message-IDs.</summary>
    public IReadOnlyList<string> MessageIds => [.. _mail.Mails.Select(mail => mail.Message.MessageId!)];

    /// <summary>How many mails are not recorded as sent.</summary>
    public async Task<int> UnrecordedAsync(CancellationToken stopping) =>
        await _onlooker.Deliveries.ReadMailsAsync(stopping).CountAsync(mail => mail.State is not MailState.Sent, stopping);

    /// <summary>Plays the day, until nothing waits anywhere.</summary>
    public async Task PlayAsync(CancellationToken stopping)
    {
        foreach (var (at, message) in WalkDay.Messages)
        {
            await SettleAsync(at, stopping);
            GoOnTo(at);
            _queue.Put(message);
        }

        await SettleAsync(DateTimeOffset.MaxValue, stopping);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _mail.DisposeAsync();
    }

    /// <summary>Does what there is to do before an instant: messages as they come, and FlushDue for what is overdue.</summary>
    private async Task SettleAsync(DateTimeOffset until, CancellationToken stopping)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            if (_queue.Peek(_time.GetUtcNow()) is { } message)
            {
                await LiveAsync(async () =>
                {
                    await _host.HandleAsync(message, stopping);
                    _queue.Acknowledge(message);
                });
                continue;
            }

            var firstDue = await _onlooker.Deliveries.FirstDueAsync((await _onlooker.Profiles.BucketsAsync(stopping)).All[0], stopping);
            if (firstDue <= _time.GetUtcNow())
            {
                await LiveAsync(() => _host.PlanAsync(stopping));
            }
            else if (new[] { firstDue, _queue.NextAt }.Min() is { } next && next < until)
            {
                GoOnTo(next);
            }
            else
            {
                return;
            }
        }

        throw new InvalidOperationException($"It did not come to rest; step {_mortal.Steps.Count}.");
    }

    private async Task LiveAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception) when (_host.Life.IsOver)
        {
            await _host.DisposeAsync();
            _time.Advance(Restart);
            _host = new WalkHost(_azurite, _time, _queue, _mail, _connections, new Lifeline(null, false));
        }
    }

    private void GoOnTo(DateTimeOffset instant) => _time.SetUtcNow(instant > _time.GetUtcNow() ? instant : _time.GetUtcNow());

    private static string IncidentAndNumber(string messageId) => string.Join('.', messageId.Split('.').Take(2));
}
