using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Deliveries.Threads;
using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Wording;

/// <summary>
/// What the content of a mail is made from. It is shared by everybody who is told of an incident in the same way, so nothing here is of one
/// subscriber, and nothing can be: an architecture test looks at its types.
/// </summary>
/// <param name="Kind">What the mail is.</param>
/// <param name="Lead">The incident it belongs to.</param>
/// <param name="Newest">Market time of the newest evidence that is told.</param>
/// <param name="Fresh">The members that it is the first to name.</param>
/// <param name="News">The news, when nothing else makes this mail; else null.</param>
/// <param name="AskedNews">What the news has to be about that is told with the figures.</param>
public sealed record ContentBasis(
    MailKind Kind,
    Incident Lead,
    DateTimeOffset Newest,
    IReadOnlyList<Symbol> Fresh,
    NewsReading? News,
    IReadOnlyList<Target> AskedNews
)
{
    /// <summary>The level that makes the mail; null where none does.</summary>
    public PassedLevel? Passed { get; init; }

    /// <summary>How the target stands by the step that is told, in percent; null where the figures of its incident say it.</summary>
    public double? Moved { get; init; }

    /// <summary>The prices that the last mail of the thread showed; empty where there was none.</summary>
    public IReadOnlyList<ToldPrice> LastPrices { get; init; } = [];

    /// <summary>Names the content: two bases with the same key have the same one.</summary>
    public string Key =>
        $"{Lead.Id}|{Lead.ETag}|{Kind}|{Newest.UtcTicks}|{string.Join(',', Fresh)}|{News?.Time.UtcTicks}|{News?.Title}|"
        + $"{string.Join(',', AskedNews)}|{Passed?.Metric}{Passed?.Direction}{Passed?.Level.Units}{Passed?.At.UtcTicks}|{Moved}|"
        + string.Join(',', LastPrices.Select(told => $"{told.Symbol}{told.Price}"));

    /// <summary>What a plan tells, without whom.</summary>
    public static ContentBasis From(FlushPlan plan)
    {
        var fresh = plan
            .Entries.Where(entry => entry.Kind is not EntryKind.Rule && entry.IncidentId == plan.Lead.Id)
            .SelectMany(entry => entry.Symbols);
        var asked = plan.Rules.Select(rule => rule.Terms.AndNews?.Target).OfType<Target>();
        return new ContentBasis(
            plan.Kind,
            plan.Lead,
            plan.Alerts.Max(entry => entry.MarketTime),
            [.. fresh.Distinct().Order()],
            NewsOf(plan),
            [.. asked.Distinct().Order()]
        )
        {
            Passed = PassedLevel.Find(plan),
            Moved = plan.Kind is MailKind.NextSession ? plan.Entries.FirstOrDefault(entry => entry.IncidentId == plan.Lead.Id)?.Move : null,
            LastPrices = plan.LastPrices,
        };
    }

    /// <summary>The newest news of a plan that tells nothing else, or null.</summary>
    public static NewsReading? NewsOf(FlushPlan plan)
    {
        var named = plan
            .Alerts.Select(entry => entry.IncidentId)
            .Distinct()
            .Select(id => plan.Carried.FirstOrDefault(incident => incident.Id == id)?.News)
            .ToArray();
        return Array.TrueForAll(named, news => news is not null) ? named.MaxBy(news => news!.Time) : null;
    }
}
