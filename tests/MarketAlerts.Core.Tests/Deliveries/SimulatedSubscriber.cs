using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Routing;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Tests.Incidents;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>
/// One subscriber and one market, both played by dice: crossings, halts, recoveries and the subscriber's own choices, through the real
/// machines, in memory.
/// </summary>
internal sealed class SimulatedSubscriber(int seed)
{
    private static readonly string[] Symbols = ["NVDA", "AMD", "MU"];

    private readonly Random _dice = new(seed);
    private readonly Dictionary<string, Incident> _incidents = [];
    private readonly Dictionary<string, double> _moves = Symbols.ToDictionary(symbol => symbol, _ => 0.0);
    private readonly HashSet<string> _halted = [];
    private readonly List<Waiting> _waiting = [];
    private int _messages;

    public Subscriber Subscriber { get; private set; } = GivenMail.Ana with { TellsOver = true };

    public SubscriberHistory History { get; private set; } = SubscriberHistory.Empty(GivenMail.Ana.Id);

    public IReadOnlyCollection<Incident> Incidents => _incidents.Values;

    /// <summary>Messages that went out, with the profile as it was then.</summary>
    public List<(DateTimeOffset At, AlertMail Mail, FlushPlan Plan, Subscriber Subscriber)> Sent { get; } = [];

    /// <summary>Severe alerts of the subscriber's own rules that were filed, and what left the waiting list untold.</summary>
    public List<AlertEntry> Severe { get; } = [];

    public List<(HeldItem Held, Subscriber Subscriber)> Gone { get; } = [];

    public DateTimeOffset Now { get; private set; } = Given.At("14:30");

    public void Play(int minutes)
    {
        Subscriber = Subscriber with
        {
            QuietHours = Chance(0.3)
                ? new QuietHours(new TimeOnly(_dice.Next(24), 0), new TimeOnly(_dice.Next(24), 30), Chance(0.7))
                : null,
            Digest = Chance(0.4) ? new DigestChoice(Rhythm(), Rhythm(), Rhythm(), Chance(0.5) ? new TimeOnly(17, 30) : null) : null,
            Caps = Chance(0.4) ? new MessageCaps(Chance(0.5) ? _dice.Next(1, 4) : null, Chance(0.5) ? _dice.Next(1, 8) : null) : null,
            Vacation = Chance(0.1) ? new Vacation(Given.Day, Given.Day.AddDays(1)) : null,
        };
        for (var minute = 0; minute < minutes; minute++, Now = Now.AddMinutes(1))
        {
            Move();
            Choose();
            Judge();
            Flush();
        }
    }

    /// <summary>Everything that waits comes due in the end.</summary>
    public void PlayOut()
    {
        for (var step = 0; step < 500 && _waiting.Count > 0; step++)
        {
            Now = _waiting.Min(row => row.Due) is var due && due > Now ? due : Now.AddMinutes(1);
            Flush();
        }
    }

    public int Waiting => _waiting.Count;

    private void Move()
    {
        if (!GivenSession.IsOpen(Now) || !Chance(0.4))
        {
            return;
        }

        var symbol = Symbols[_dice.Next(Symbols.Length)];
        _moves[symbol] = Math.Clamp(_moves[symbol] + ((_dice.NextDouble() - 0.55) * 6), -20, 12);
        var reading = ReadingOf(symbol);
        Route([Given.SymbolEvent(reading, Level.FromValue(Math.Abs(reading.DayMove)).Units + 1)], []);
    }

    private void Choose()
    {
        if (Chance(0.01))
        {
            var scope = (SnoozeScope)_dice.Next(4);
            var name = scope switch
            {
                SnoozeScope.Symbol => "NVDA",
                SnoozeScope.Incident => "NVDA-down-20250127",
                _ => "",
            };
            Subscriber = Subscriber with { Snoozes = [new Snooze(scope, name, Now, Now.AddMinutes(_dice.Next(1, 300)))] };
        }

        _ = Chance(0.01) && !_halted.Remove("NVDA") && _halted.Add("NVDA");
        Subscriber = Chance(0.0005) ? Subscriber with { Unsubscribed = true } : Subscriber;
    }

    private void Judge() =>
        Route(
            [],
            [
                .. _incidents
                    .Values.Select(incident => GivenIncident.Judge.Judge(incident, FiguresOf(incident), Now, TimeSpan.Zero))
                    .OfType<ProposedTransition>(),
            ]
        );

    /// <summary>As the router does, with one subscriber who asked for everything on NVDA and AMD, and followed it.</summary>
    private void Route(MarketEvent[] events, ProposedTransition[] transitions)
    {
        var entries = new List<AlertEntry>();
        var updates = new IncidentBatch(GivenIncident.Reducer, _incidents);
        foreach (var next in events.Where(next => next.Symbol!.Symbol.Text is not "MU"))
        {
            var (incident, change) = updates.ApplyOwn(next);
            entries.Add(
                new AlertEntry(
                    EntryKind.Rule,
                    incident.Id,
                    incident.Session,
                    [Rule.FromText("rule")],
                    [next.Symbol!.Symbol],
                    next.Symbol.Severity,
                    next.MarketTime,
                    Now
                )
                {
                    Following = Following.Days,
                }
            );
            Tell(
                entries,
                incident,
                change.Escalated ? EntryKind.Escalated
                    : change.Told is not null ? EntryKind.Reopened
                    : null
            );
        }

        foreach (var transition in transitions)
        {
            if (updates.ApplyTransition(transition) is { } applied)
            {
                Tell(
                    entries,
                    applied.Incident,
                    applied.Change.Told switch
                    {
                        IncidentStep.Recovered => EntryKind.Recovered,
                        IncidentStep.Reopened => EntryKind.Reopened,
                        IncidentStep.Carried => EntryKind.CloseOfDay,
                        IncidentStep.Closed or IncidentStep.Continued => EntryKind.NextSession,
                        _ => null,
                    }
                );
            }
        }

        foreach (var incident in updates.Changed.ToArray())
        {
            _incidents[incident.Id] = incident;
        }

        File(entries);
    }

    private void Tell(List<AlertEntry> entries, Incident incident, EntryKind? kind)
    {
        if (kind is { } told && History.Find(incident.Id) is not null)
        {
            entries.Add(
                new AlertEntry(
                    told,
                    incident.Id,
                    incident.Session,
                    [],
                    [],
                    told is EntryKind.Escalated ? incident.Severity : Severity.Plain,
                    Now,
                    Now
                )
            );
        }
    }

    private void File(List<AlertEntry> entries)
    {
        if (entries.Count is 0)
        {
            return;
        }

        var item = new DeliveryItem(Subscriber.Id, $"m{_messages++}", Now + new GroupWait(new DeliveryOptions()).WaitOf(entries), entries);
        _waiting.Add(new Waiting(Subscriber.Id, item.Due, WaitingKind.Item, item.MessageId) { Item = item });
        Severe.AddRange(entries.Where(entry => entry is { Kind: EntryKind.Rule, Severity: Severity.Severe }));
    }

    private void Flush()
    {
        if (!_waiting.Exists(row => row.Due <= Now))
        {
            return;
        }

        var mailbox = new Mailbox(Subscriber, [.. _waiting], [], History);
        var plan = GivenMail.Planner.Plan(mailbox, _incidents, GivenMail.Catalog, Now);
        foreach (var held in plan.Held)
        {
            if (held.Until == held.Row.Due)
            {
                // A line of the ledger and no move: the row waits on as it did, or what left of it was said.
                Gone.AddRange(held.Step is DeliveryStep.Kept or DeliveryStep.Dropped ? [(held, Subscriber)] : []);
                continue;
            }

            _waiting.RemoveAll(row => row.Reference == held.Row.Reference && row.Due == held.Row.Due);
            if (held.Until is { } until)
            {
                _waiting.Add(held.Row with { Due = until, Hold = held.Hold });
            }
            else
            {
                Gone.Add((held, Subscriber));
            }
        }

        if (plan.Sends)
        {
            Send(plan, mailbox);
        }
    }

    private void Send(FlushPlan plan, Mailbox mailbox)
    {
        var composer = new MailComposer(new MailWording(Given.Calendar), Given.Calendar, Given.Thresholds, new DeliveryOptions());
        var around = new MailContext(Now, "x.example", _ => new MailLinks(""), TimeSpan.Zero);
        var mail = composer.Compose(
            plan,
            mailbox,
            around,
            MailComposer.OwnContentOf(plan, Now)
                ?? composer.ContentOf(ContentBasis.From(plan), GivenMail.Catalog, MarketSnapshot.Empty, null),
            plan.To[0]
        );
        History = HistoryWriter.After(History, plan, [mail]);
        Sent.Add((Now, mail, plan, Subscriber));
        foreach (var taken in plan.Taken)
        {
            _waiting.RemoveAll(row => row.Reference == taken.Row.Reference);
            _waiting.AddRange(taken.Rest is { } rest ? [rest] : []);
        }
    }

    private MemberReading ReadingOf(string symbol)
    {
        var move = Math.Round(_moves[symbol], 4);
        return Given.Reading(
            symbol,
            move,
            Math.Abs(move) >= 8 ? 2
                : Math.Abs(move) >= 5 ? 1
                : 0
        ) with
        {
            QuoteTime = Now,
        };
    }

    private IncidentFigures FiguresOf(Incident incident)
    {
        var reading = ReadingOf(incident.Target.Name);
        var own = incident.Direction is Direction.Down ? -reading.DayMove : reading.DayMove;
        var furthest = Math.Max(own, incident.Members.Max(member => Math.Abs(member.Reading.DayMove)));
        return new IncidentFigures(
            new Dictionary<Symbol, MemberReading> { [reading.Symbol] = reading },
            null,
            own,
            furthest,
            _halted.Contains(reading.Symbol.Text),
            new Dictionary<Symbol, double>()
        );
    }

    private DigestRhythm Rhythm() => (DigestRhythm)_dice.Next(3);

    private bool Chance(double share) => _dice.NextDouble() < share;

    private static class GivenSession
    {
        public static bool IsOpen(DateTimeOffset now) =>
            Given.Calendar.PartAt(now) is Core.Market.Calendar.SessionPart.Regular
            && Core.Market.Calendar.MarketCalendar.DateOf(now) == Given.Day;
    }
}
