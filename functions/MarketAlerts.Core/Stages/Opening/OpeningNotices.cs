using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.Opening;

/// <summary>
/// Tells those who asked for it, once a session and shortly after the open, that somebody is watching, and what is known of quotes and
/// sources. It tries again every minute for ten minutes; a bucket is marked only after it was filed, and what is filed again under the same
/// id is left as it is, so a crash or a second instance tells nobody twice and leaves nobody out. Once a session is told, and outside of
/// these minutes, it reads nothing. Used by one timer, which is never in here twice.
/// </summary>
public sealed class OpeningNotices(
    MarketClock clock,
    IProfileStore profiles,
    IOpeningStore openings,
    OpeningLoader loader,
    NoticeSender notices,
    SubscriberHolds holds
)
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(1); // The poll of the open has been read.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(11);

    private DateOnly? _told;

    /// <summary>Tells who was not told yet; returns how many that were.</summary>
    public async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (clock.Now, MarketCalendar.DateOf(clock.Now));
        if (
            _told == today
            || clock.Calendar.SessionOn(today) is not { } session
            || now < session.Open + FirstAfter
            || now >= session.Open + GivenUpAfter
        )
        {
            return 0;
        }

        var marked = await openings.ReadAsync(today, cancellationToken);
        var (told, view) = (0, (OpeningStatus?)null);
        foreach (var bucket in (await profiles.BucketsAsync(cancellationToken)).All.Where(bucket => !marked.Contains(bucket)))
        {
            var wanting = await profiles.ReadProfilesAsync(bucket, cancellationToken).Where(IsTold).ToListAsync(cancellationToken);
            if (wanting.Count > 0)
            {
                view ??= await loader.ReadAsync(session, cancellationToken);
                if (view.AwaitsTheFirstQuote)
                {
                    return told;
                }

                await FileAsync(bucket, wanting, view, cancellationToken);
            }

            await openings.SaveAsync(bucket, today, cancellationToken);
            told += wanting.Count;
        }

        _told = today;
        return told;
    }

    private static bool IsTold(Subscriber subscriber) => subscriber is { ProofOfLife: true, Unsubscribed: false };

    /// <summary>Who sleeps or is away is left out: when they read it, it would be old.</summary>
    private async Task FileAsync(string bucket, IReadOnlyList<Subscriber> wanting, OpeningStatus view, CancellationToken cancellationToken)
    {
        var id = MessageId.OfOpen(view.Session.Date);
        var filed = wanting
            .Select(subscriber =>
                (Subscriber: subscriber, Entry: notices.EntryOf(id, OpeningWording.Write(view, subscriber.Rules.Count), Severity.Plain))
            )
            .Where(next => holds.Find(next.Subscriber, next.Entry, view.Now, view.Now, wakes: false) is null)
            .Select(next => (next.Subscriber.Id, next.Entry))
            .ToArray();
        if (filed.Length > 0)
        {
            await notices.FileAsync(bucket, id, filed, cancellationToken);
        }
    }
}
