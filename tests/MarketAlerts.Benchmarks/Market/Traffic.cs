namespace MarketAlerts.Benchmarks.Market;

/// <summary>What went over the wire.</summary>
/// <param name="Requests">HTTP requests, a transaction being one.</param>
/// <param name="Sent">Bytes of request bodies.</param>
/// <param name="Received">Bytes of response bodies.</param>
internal readonly record struct Traffic(long Requests, long Sent, long Received)
{
    public static Traffic operator -(Traffic later, Traffic earlier) =>
        new(later.Requests - earlier.Requests, later.Sent - earlier.Sent, later.Received - earlier.Received);

    public static Traffic operator *(Traffic one, int times) => new(one.Requests * times, one.Sent * times, one.Received * times);
}
