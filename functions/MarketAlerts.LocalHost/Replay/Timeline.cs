using System.Globalization;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using Spectre.Console;

namespace MarketAlerts.LocalHost.Replay;

/// <summary>
/// Shows a replay as it goes: one line for everything a trader or developer would want to see happen. Market time first, New York.
/// </summary>
internal sealed class Timeline(IAnsiConsole console, MarketCalendar calendar)
{
    private readonly Lock _gate = new();
    private DateOnly? _day;
    private int _hour = -1;

    /// <summary>Shows nothing.</summary>
    public static Func<IServiceProvider, Timeline> Silent { get; } =
        provider => new Timeline(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
            provider.GetRequiredService<MarketCalendar>()
        );

    /// <summary>Announces the scenario, or where it goes on.</summary>
    public void Start(Scenario scenario, DateTimeOffset? goesOnAt)
    {
        var watch = scenario.Watch;
        var (symbols, baskets, subscribers) = (watch.Symbols.Count, watch.Baskets.Count, watch.Subscribers.Count);
        console.MarkupLineInterpolated($"[bold]{scenario.Name}[/]: {symbols} symbols, {baskets} baskets, {subscribers} subscribers");
        if (goesOnAt is { } position)
        {
            console.MarkupLineInterpolated($"[yellow]Going on at {Clock(position)} ET, where the replay was interrupted.[/]");
        }
    }

    /// <summary>Announces days and hours as they pass.</summary>
    public void Passing(DateTimeOffset position)
    {
        var local = TimeZoneInfo.ConvertTime(position, MarketCalendar.NewYork);
        var day = DateOnly.FromDateTime(local.DateTime);
        lock (_gate)
        {
            if (_day != day)
            {
                _day = day;
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold blue]{day:dddd d MMMM yyyy}[/]");
            }

            if (_hour != local.Hour && calendar.PartAt(position) is SessionPart.Regular)
            {
                console.MarkupLineInterpolated($"[grey]{Clock(position)}  market open, polling[/]");
            }

            _hour = local.Hour;
        }
    }

    /// <summary>Shows what happened to an incident.</summary>
    public void Show(DateTimeOffset now, Incident incident, IncidentTransition transition) =>
        Line(
            now,
            incident.Severity is Severity.Severe ? "red" : "yellow",
            "incident",
            $"{incident.About}: {transition.To} ({transition.Reason})"
        );

    /// <summary>Shows a mail and what the mail server said.</summary>
    public void Show(DateTimeOffset now, AlertMail mail, SendResult result) =>
        Line(
            now,
            result.Outcome is SendOutcome.Sent ? "green" : "red",
            result.Outcome is SendOutcome.Sent ? "mail" : "not sent",
            $"to {mail.To.Address}: "
                + (mail.Kind is MailKind.Opened ? mail.Subject : $"({mail.Kind.ToString().ToLowerInvariant()}) {mail.Content.Headline}")
        );

    private void Line(DateTimeOffset now, string colour, string what, string text)
    {
        lock (_gate)
        {
            console.MarkupLine($"{Clock(now)}  [{colour}]{Markup.Escape(what.PadRight(9))}[/]  {Markup.Escape(text)}");
        }
    }

    private static string Clock(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, MarketCalendar.NewYork).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
