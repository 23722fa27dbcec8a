using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Deliveries.Threads;

/// <summary>A trader's day, flush by flush: what happens to their targets, and what they are told of it. Times are New York's.</summary>
internal sealed class TraderDay(Subscriber subscriber, DeliveryOptions? options = null)
{
    private readonly FlushPlanner _planner = new(options ?? new DeliveryOptions(), new SubscriberHolds(Given.Calendar));
    private readonly Dictionary<string, Incident> _incidents = [];
    private readonly List<Waiting> _waiting = [];
    private SubscriberHistory _history = SubscriberHistory.Empty(subscriber.Id);
    private int _messages;

    /// <summary>What was sent: time, kind, incident, and the lines beside it.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>What left without a message: time and reason.</summary>
    public List<string> Left { get; } = [];

    public AlertMail? Last { get; private set; }

    /// <summary>What a rule with a number, or a tier, does when a target's move passes it.</summary>
    public TraderDay Fires(
        string time,
        string rule,
        string target,
        double move,
        Severity severity,
        double? level = null,
        MetricId? metric = null
    )
    {
        var incident = Reach(time, target, move, severity);
        var number = level ?? (severity is Severity.Severe ? 2 : 1);
        var fired = new FiredLevel(
            Rule.FromText(rule),
            metric ?? (level is null ? MetricId.Tier : MetricId.DayMove),
            incident.Direction,
            Level.FromValue(number),
            Math.Abs(move)
        );
        return File(time, incident, EntryKind.Rule, move, severity, [fired]);
    }

    /// <summary>What becomes of an incident of a target.</summary>
    public TraderDay Becomes(
        string time,
        string target,
        EntryKind kind,
        double move,
        Severity severity = Severity.Plain,
        Direction? direction = null
    )
    {
        var incident = Reach(time, target, move, severity, direction);
        return File(time, incident, kind, move, severity, []);
    }

    /// <summary>A step of an incident's record.</summary>
    public TraderDay Steps(string time, string target, Direction direction, IncidentStep step, IncidentState state)
    {
        var id = Incident.IdOf(Core.Rules.Target.Parse(target), direction, Given.Day);
        _incidents[id] = _incidents[id] with
        {
            State = state,
            Transitions = [.. _incidents[id].Transitions, new IncidentTransition(At(time), step, state, "Because.")],
        };
        return this;
    }

    /// <summary>Flushes what is due at a time, as often as something waits behind something else.</summary>
    public TraderDay Flush(string time)
    {
        for (var again = true; again; )
        {
            again = FlushOnce(At(time), time);
        }

        return this;
    }

    private bool FlushOnce(DateTimeOffset now, string time)
    {
        if (!_waiting.Exists(row => row.IsDue(now)))
        {
            return false;
        }

        var mailbox = new Mailbox(subscriber, [.. _waiting], [], _history);
        var plan = _planner.Plan(mailbox, _incidents, GivenMail.Catalog, now);
        foreach (var held in plan.Held)
        {
            if (held.Step is DeliveryStep.Kept or DeliveryStep.Dropped)
            {
                Left.Add($"{time} {held.Reason}");
            }

            if (held.Until != held.Row.Due)
            {
                _waiting.RemoveAll(row => row.Reference == held.Row.Reference);
                _waiting.AddRange(held.Until is { } until ? [held.Row with { Due = until, Hold = held.Hold }] : []);
            }
        }

        Left.AddRange(plan.Left.Select(left => $"{time} {left.Reason}"));
        if (plan.Sends)
        {
            Send(plan, mailbox, now, time);
        }

        return plan.HasMore;
    }

    private void Send(FlushPlan plan, Mailbox mailbox, DateTimeOffset now, string time)
    {
        var composer = new MailComposer(new MailWording(Given.Calendar), Given.Calendar, Given.Thresholds, new DeliveryOptions());
        var around = new MailContext(now, "x.example", _ => new MailLinks(""), TimeSpan.Zero);
        var content =
            MailComposer.OwnContentOf(plan, now)
            ?? composer.ContentOf(ContentBasis.From(plan), GivenMail.Catalog, MarketSnapshot.Empty, null);
        Last = composer.Compose(plan, mailbox, around, content, plan.To[0]);
        _history = HistoryWriter.After(_history, plan, [Last]);
        var others = (Last.Others ?? []).Select(line => line.Title).ToArray();
        Sent.Add($"{time} {plan.Kind} {plan.Lead.About}{(others.Length > 0 ? $" + {string.Join(", ", others)}" : "")}");
        foreach (var taken in plan.Taken)
        {
            _waiting.RemoveAll(row => row.Reference == taken.Row.Reference);
            _waiting.AddRange(taken.Rest is { } rest ? [rest] : []);
        }
    }

    private Incident Reach(string time, string target, double move, Severity severity, Direction? way = null)
    {
        var direction = way ?? (move < 0 ? Direction.Down : Direction.Up);
        var parsed = Core.Rules.Target.Parse(target);
        var id = Incident.IdOf(parsed, direction, Given.Day);
        var reading = Reading(time, parsed.Symbol?.Text ?? "NVDA", move, severity);
        var known = _incidents.GetValueOrDefault(id);
        var along = move < 0 == direction is Direction.Down ? move : 0;
        var incident = (known ?? New(id, time, parsed, direction)) with
        {
            Severity = (Severity)Math.Max((int)(known?.Severity ?? 0), (int)severity),
            MedianMove = parsed.IsBasket ? move : null,
            Furthest = Math.Abs(along) > Math.Abs(known?.Furthest ?? 0) ? along : known?.Furthest ?? 0,
            Members = [new IncidentMember(reading, reading.QuoteTime, severity)],
        };
        return _incidents[id] = incident;
    }

    private static Incident New(string id, string time, Target target, Direction direction) =>
        new(
            id,
            Given.Day,
            target,
            direction,
            At(time),
            Severity.Plain,
            null,
            null,
            [],
            [],
            [],
            [],
            new Dictionary<string, IncidentChange>()
        )
        {
            State = IncidentState.Open,
        };

    private TraderDay File(string time, Incident incident, EntryKind kind, double move, Severity severity, FiredLevel[] fired)
    {
        var seen = At(time);
        var entry = new AlertEntry(
            kind,
            incident.Id,
            incident.Session,
            [.. fired.Select(level => level.Rule)],
            [],
            kind is EntryKind.Rule or EntryKind.Escalated ? severity : Severity.Plain,
            seen,
            seen
        )
        {
            Fired = fired,
            Following = Following.Days,
            Reading = incident.Target.IsBasket ? null : Reading(time, incident.Target.Name, move, severity),
            Basket = incident.Target.IsBasket ? new BasketFigures(move, -80, severity) : null,
        };
        var due = seen + new DeliveryOptions().WaitOf(entry.Severity);
        var item = new DeliveryItem(subscriber.Id, $"m{_messages++}", due, [entry]);
        _waiting.Add(new Waiting(subscriber.Id, due, WaitingKind.Item, item.MessageId) { Item = item });
        return this;
    }

    private static MemberReading Reading(string time, string symbol, double move, Severity severity) =>
        Given.Reading(symbol, move) with
        {
            QuoteTime = At(time),
            Last = 100 + move,
            Severity = severity,
        };

    /// <summary>New York is five hours behind in January.</summary>
    private static DateTimeOffset At(string time) => Given.At(time).AddHours(5);
}
