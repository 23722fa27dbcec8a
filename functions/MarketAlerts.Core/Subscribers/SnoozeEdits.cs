namespace MarketAlerts.Core.Subscribers;

/// <summary>The snoozes of a profile. Pure; where nothing changes it returns the very profile it was given.</summary>
public static class SnoozeEdits
{
    /// <summary>The snoozes that hold at an instant, the first to end first.</summary>
    public static IReadOnlyList<Snooze> Running(Subscriber profile, DateTimeOffset now) =>
        [.. (profile.Snoozes ?? []).Where(snooze => snooze.Until > now).OrderBy(snooze => snooze.Until)];

    /// <summary>Begins a snooze, or gives the one that holds another end. Those that are over are forgotten.</summary>
    public static Subscriber Begin(Subscriber profile, SnoozeScope scope, string name, DateTimeOffset until, DateTimeOffset now)
    {
        var running = Running(profile, now);
        var known = running.FirstOrDefault(snooze => snooze.Scope == scope && snooze.Name == name);
        return known?.Until == until
            ? profile
            : profile with
            {
                Snoozes = [.. running.Where(snooze => snooze != known), new Snooze(scope, name, known?.Since ?? now, until)],
            };
    }

    /// <summary>Ends a snooze before its time. It stays in the profile as one that is over, until <see cref="Forget"/>.</summary>
    public static Subscriber End(Subscriber profile, SnoozeScope scope, string name, DateTimeOffset now) =>
        Find(profile, scope, name) is { } known && known.Until > now
            ? profile with
            {
                Snoozes = [.. profile.Snoozes!.Select(snooze => snooze == known ? snooze with { Until = now } : snooze)],
            }
            : profile;

    /// <summary>Whether there is such a snooze that is over.</summary>
    public static bool IsOver(Subscriber profile, SnoozeScope scope, string name, DateTimeOffset now) =>
        Find(profile, scope, name)?.Until <= now;

    /// <summary>Forgets a snooze that is over.</summary>
    public static Subscriber Forget(Subscriber profile, SnoozeScope scope, string name, DateTimeOffset now) =>
        Find(profile, scope, name) is { } known && known.Until <= now
            ? profile with
            {
                Snoozes = [.. profile.Snoozes!.Where(snooze => snooze != known)],
            }
            : profile;

    /// <summary>The snooze of that name, the one that ends last.</summary>
    private static Snooze? Find(Subscriber profile, SnoozeScope scope, string name) =>
        (profile.Snoozes ?? []).Where(snooze => snooze.Scope == scope && snooze.Name == name).MaxBy(snooze => snooze.Until);
}
