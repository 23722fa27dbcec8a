using MarketAlerts.Benchmarks.W4.Ours;
using MimeKit;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>The messages of a batch as ours puts them on the wire, made once before anything is timed.</summary>
/// <param name="hasPicture">Whether they have their picture.</param>
internal sealed class OurMessages(bool hasPicture) : IAsyncDisposable
{
    private const int NoPort = 1;
    private readonly MailWorld _world = new(NoPort, hasPicture);
    private int _first = -1;
    private MimeMessage[] _messages = [];

    /// <summary>Makes them, unless the last ones begin with them.</summary>
    public async Task<MimeMessage[]> OfAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        if (_first != batch.First || _messages.Length < batch.Count)
        {
            (_first, _messages) = (batch.First, await MakeAsync(batch, cancellationToken));
        }

        return _messages[..batch.Count];
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    private async Task<MimeMessage[]> MakeAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        await _world.FillAsync(batch.Addresses, cancellationToken);
        var waiting = await _world.WaitingAsync(cancellationToken);
        var messages = new MimeMessage[waiting.Count];
        await Parallel.ForAsync(
            0,
            waiting.Count,
            cancellationToken,
            async (at, token) => messages[at] = await _world.MessageAsync(waiting[at], token)
        );
        return messages;
    }
}
