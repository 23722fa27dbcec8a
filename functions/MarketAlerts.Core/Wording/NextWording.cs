using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Wording;

/// <summary>What happens next, from what will happen: what the thread still tells, and under which settings of its subscriber.</summary>
/// <param name="options">What counts as worse.</param>
internal sealed class NextWording(DeliveryOptions options)
{
    /// <summary>A few sentences, or null where nothing follows.</summary>
    public string? Write(FlushPlan plan, Subscriber subscriber)
    {
        if (plan.Kind is MailKind.Notice or MailKind.Digest)
        {
            return null;
        }

        if (plan.Kind is MailKind.CloseOfDay)
        {
            var carried = plan
                .Carried.Where(incident => incident.State is IncidentState.Carried)
                .Select(incident => incident.About)
                .ToArray();
            return carried.Length is 0 ? null : $"You hear of {List(carried.Distinct(), "and")} again if it goes on in the next session.";
        }

        if (plan.Storm is not null)
        {
            string[] storm =
            [
                $"You hear of it again after {options.StormUpdateMinutes}, {2 * options.StormUpdateMinutes} and "
                    + $"{4 * options.StormUpdateMinutes} minutes while more names come, and when there are twice as many.",
                "Levels of yours on a name, and what stands out, have mails of their own.",
                .. AtTheClose(plan, subscriber),
                .. Held(subscriber),
            ];
            return string.Join(' ', storm);
        }

        string[] sentences = [AgainIf(plan), .. AtTheClose(plan, subscriber), .. Held(subscriber)];
        return string.Join(' ', sentences);
    }

    private string AgainIf(FlushPlan plan)
    {
        if (plan.Lead.News is not null)
        {
            return "You hear of this again when the news has calmed down by half and comes anew, or another of your rules fires.";
        }

        return plan.Threads.FirstOrDefault(thread => thread.IsOf(plan.Lead)) is { } thread && plan.Lead.IsLive
            ? $"You hear of this again if {List(StillTold(plan, thread), "or")}."
            : "You hear of this again if another of your rules fires.";
    }

    private IEnumerable<string> StillTold(FlushPlan plan, ToldThread thread)
    {
        var lead = plan.Lead;
        var side = thread.Find(lead.Direction);
        if (side is not { Severity: Severity.Severe })
        {
            yield return "it becomes severe";
        }

        if (side is { Furthest: > 0 })
        {
            var beyond = Math.Max(side.Furthest * options.WorseByFactor, side.Furthest + options.WorseByPoints);
            yield return $"it goes beyond {MailWording.Move(lead.Direction is Direction.Down ? -beyond : beyond)}";
        }

        if (thread is { Down: not null, Up: not null })
        {
            if (!thread.Has(Telling.Undone) && thread.Has(Telling.Reversed))
            {
                yield return "half of the swing is given back";
            }
        }
        else if (thread.Levels.Any(fired => fired.Rule.Levels.Any(level => level.Direction != lead.Direction)))
        {
            yield return "it turns round as far";
        }

        if (lead.Target.IsBasket && thread.MemberUpdates < options.MemberUpdatesPerSession)
        {
            yield return "more members become notable";
        }

        yield return "another level of yours is passed";
    }

    private static IEnumerable<string> AtTheClose(FlushPlan plan, Subscriber subscriber)
    {
        if (subscriber.TellsOver is true && plan.Lead.News is null && plan.Kind is not MailKind.Recovered)
        {
            yield return "A mail tells when it is over.";
        }

        if (subscriber.TellsClose is not false && plan.Lead.IsLive && plan.Kind is not MailKind.NextSession)
        {
            yield return "One mail after the close tells how it ended.";
        }
    }

    private static IEnumerable<string> Held(Subscriber subscriber)
    {
        if (subscriber.QuietHours is { } quiet)
        {
            var severe = quiet.SeverePasses ? ", unless it is severe" : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"Nothing comes from {quiet.From:HH:mm} to {quiet.To:HH:mm}{severe}.");
        }

        if (subscriber.Digest is { } digest && digest.RhythmOf(Severity.Plain) is not DigestRhythm.Instant)
        {
            yield return digest.RhythmOf(Severity.Severe) is DigestRhythm.Instant
                ? "What is not severe waits for your digest."
                : "It waits for your digest.";
        }
    }

    private static string List(IEnumerable<string> parts, string last)
    {
        string[] all = [.. parts];
        return all.Length is 1 ? all[0] : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }
}
