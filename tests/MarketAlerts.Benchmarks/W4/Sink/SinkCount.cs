using System.IO.Hashing;
using System.Text;

namespace MarketAlerts.Benchmarks.W4.Sink;

/// <summary>Counts what all conversations of a sink take.</summary>
internal sealed class SinkCount
{
    private long _mails;
    private long _bytes;
    private long _recipients;
    private long _content;
    private (long Mails, TaskCompletionSource Reached)? _awaited;

    /// <summary>So far, since the last reset.</summary>
    public SinkTotals Totals =>
        new(Interlocked.Read(ref _mails), Interlocked.Read(ref _bytes), Interlocked.Read(ref _recipients), Interlocked.Read(ref _content));

    /// <summary>The hash of a subscriber.</summary>
    public static long HashOf(ReadOnlySpan<byte> address) => unchecked((long)XxHash3.HashToUInt64(address));

    /// <summary>The sum of the hashes of subscribers, which everybody must have served once.</summary>
    public static long SumOf(IEnumerable<string> addresses) =>
        addresses.Aggregate(0L, (sum, address) => unchecked(sum + HashOf(Encoding.ASCII.GetBytes(address))));

    /// <summary>From zero again.</summary>
    public void Reset()
    {
        _awaited = null;
        (_mails, _bytes, _recipients, _content) = (0, 0, 0, 0);
    }

    /// <summary>Counts one mail.</summary>
    public void Add(long bytes, long recipients, long content)
    {
        Interlocked.Add(ref _bytes, bytes);
        Interlocked.Add(ref _recipients, recipients);
        Interlocked.Add(ref _content, content);
        var mails = Interlocked.Increment(ref _mails);
        if (_awaited is { } awaited && mails >= awaited.Mails)
        {
            awaited.Reached.TrySetResult();
        }
    }

    /// <summary>Waits until so many mails are there, or the time is over.</summary>
    public async Task WaitAsync(long mails, TimeSpan longest)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited = (mails, reached);
        if (Totals.Mails >= mails)
        {
            return;
        }

        try
        {
            await reached.Task.WaitAsync(longest, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            // The totals tell.
        }
    }
}
