namespace MarketAlerts.Core.Messages;

/// <summary>The messages that have a bucket flushed. Pure.</summary>
internal static class FlushRequest
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(2);

    /// <summary>Has a bucket flushed at once.</summary>
    public static OutgoingMessage Now(string bucket, string id, DateTimeOffset now) =>
        new(QueueNames.Deliveries, id, MessageCodec.Write(new DueBucket(bucket), id, now));

    /// <summary>
    /// Has a bucket flushed when something that was just filed is due. All that is due in it at that moment has one id, so that the queue
    /// keeps one of them. Where the moment has come meanwhile, that one may be gone already, and the queue would take ours for it: then it
    /// is for now, and its id names what asks for it.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="filed">When it was filed.</param>
    /// <param name="cause">The id of the message that it is of.</param>
    public static OutgoingMessage For(string bucket, DateTimeOffset due, DateTimeOffset filed, string cause)
    {
        if (due < filed + Ahead)
        {
            return Now(bucket, MessageId.ForOwnFlush(bucket, due, cause), filed);
        }

        var id = MessageId.ForFlush(bucket, due);
        return new OutgoingMessage(QueueNames.Deliveries, id, MessageCodec.Write(new DueBucket(bucket), id, due), due);
    }
}
