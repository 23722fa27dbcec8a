using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Health;

namespace MarketAlerts.Core.Stages.Opening;

/// <summary>What a subscriber is told at the open: what is known and no more. Pure.</summary>
internal static class OpeningWording
{
    private const string Quotes = "quotes.";
    private const string Feeds = "feeds.";

    /// <summary>Whether a source is one that subscribers are told of: of quotes or of news.</summary>
    public static bool IsNamed(SourceHealth source) =>
        source.Source.StartsWith(Quotes, StringComparison.Ordinal) || source.Source.StartsWith(Feeds, StringComparison.Ordinal);

    /// <summary>The notice to somebody with so many rules.</summary>
    public static Notice Write(OpeningStatus view, int rules)
    {
        var close = TimeOf(view.Session.Close, "HH:mm");
        var open = view.Session.ClosesEarly ? $"The market is open, today only until {close} ET." : $"The market is open until {close} ET.";
        string[] sentences = [open, QuotesOf(view), SourcesOf(view)];
        return new Notice(TitleOf(view, rules), string.Join(' ', sentences.Where(sentence => sentence.Length > 0)))
        {
            Kind = MailKind.ProofOfLife,
            About = $"since {TimeOf(view.Session.Open, "HH:mm")} ET",
            Reason = "You asked for a line at each open.",
        };
    }

    private static string TitleOf(OpeningStatus view, int rules)
    {
        var watching = rules switch
        {
            0 => "Watching without a rule of yours",
            1 => "Watching your rule",
            _ => string.Create(CultureInfo.InvariantCulture, $"Watching your {rules} rules"),
        };
        return view.LacksQuotes ? $"{watching}, but no quotes come in"
            : view.LacksSources ? $"{watching}, but not every source answers"
            : string.Create(CultureInfo.InvariantCulture, $"{watching} on {view.Session.Date:dddd d MMMM}");
    }

    private static string QuotesOf(OpeningStatus view)
    {
        if (!view.IsPolled)
        {
            return "No symbol is watched.";
        }

        if (view is { HasQuotes: true, NewestQuote: { } newest })
        {
            var age = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, (view.Now - newest).TotalSeconds):0} s");
            return $"The newest quote is of {TimeOf(newest, "HH:mm:ss")} ET, {age} old.";
        }

        var last = view.NewestQuote is { } before
            ? $"the newest is of {TimeOf(before, "ddd d MMM HH:mm")} ET"
            : "there was none before either";
        return view.IsBeforeTheFirstQuote
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Quotes come {view.Delay.TotalMinutes:0.#} minutes late: today's first ones show from "
                    + $"{TimeOf(view.Session.Open + view.Delay, "HH:mm")} ET; {last}."
            )
            : $"No quote of today's session has come in yet; {last}.";
    }

    private static string SourcesOf(OpeningStatus view)
    {
        string[] groups = [.. new[] { GroupOf(view, Quotes, "for quotes"), GroupOf(view, Feeds, "for news") }.OfType<string>()];
        return groups.Length is 0 ? "" : $"Sources that answer: {string.Join(", ", groups)}.";
    }

    private static string? GroupOf(OpeningStatus view, string prefix, string what)
    {
        var group = view
            .Sources.Where(source => source.Source.StartsWith(prefix, StringComparison.Ordinal))
            .ToLookup(source => source.State is SourceState.Good, source => source.Source[prefix.Length..]);
        var (good, silent) = (group[true].Count(), group[false].Order(StringComparer.Ordinal).ToArray());
        var but = silent.Length is 0 ? "" : $" (not {string.Join(", ", silent)})";
        return good + silent.Length is 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{good} of {good + silent.Length} {what}{but}");
    }

    private static string TimeOf(DateTimeOffset instant, string format) =>
        TimeZoneInfo.ConvertTime(instant, MarketCalendar.NewYork).ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>What is known of the pipeline shortly after an open.</summary>
/// <param name="Session">The session.</param>
/// <param name="Now">When this was looked up.</param>
/// <param name="IsPolled">Whether any symbol is watched at all.</param>
/// <param name="NewestQuote">Market time of the newest accepted quote of all, or null when there never was one.</param>
/// <param name="Delay">How late the latest source says that its quotes are.</param>
/// <param name="Sources">The sources of quotes and news that were asked of late.</param>
public sealed record OpeningStatus(
    TradingSession Session,
    DateTimeOffset Now,
    bool IsPolled,
    DateTimeOffset? NewestQuote,
    TimeSpan Delay,
    IReadOnlyList<SourceHealth> Sources
)
{
    /// <summary>
    /// How long the first quote of a session may take beyond the declared delay, and how long quotes may stand still: a passing
    /// disturbance.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether a quote of the session has come in.</summary>
    public bool HasQuotes => NewestQuote >= Session.Open;

    /// <summary>Whether the first quote of the session cannot have come in yet: the source is later than anybody waits.</summary>
    public bool IsBeforeTheFirstQuote => !HasQuotes && Now < Session.Open + Delay + Patience && Delay >= Patience;

    /// <summary>Whether the first quote of the session is still to be awaited before anything is told.</summary>
    public bool AwaitsTheFirstQuote => IsPolled && !HasQuotes && Delay < Patience && Now < Session.Open + Patience;

    /// <summary>Whether quotes should have come in and did not, or stand still.</summary>
    public bool LacksQuotes => IsPolled && !IsBeforeTheFirstQuote && (!HasQuotes || Now - NewestQuote > Patience + Delay);

    /// <summary>Whether a source does not answer.</summary>
    public bool LacksSources => Sources.Any(source => source.State is not SourceState.Good);
}
