using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Deliveries;

/// <summary>A mail that holds only notices: it stands in the place of an incident that nobody opened, with nobody in it.</summary>
internal static class NoticePlan
{
    /// <summary>The plan of items that hold only notices.</summary>
    public static FlushPlan Plan(IReadOnlyList<TakenItem> going)
    {
        AlertEntry[] entries = [.. going.SelectMany(taken => taken.Entries).Where(entry => entry.Notice is not null)];
        var symbols = string.Join(", ", entries.SelectMany(entry => entry.Symbols).Distinct());
        var reason =
            entries.Select(entry => entry.Notice!.Reason).FirstOrDefault(reason => reason is not null)
            ?? $"You have rules on the price of {symbols}.";
        return new FlushPlan([], going, [.. entries.Select(PlaceOf).DistinctBy(place => place.Id)], MailKind.Notice, reason);
    }

    public static MailContent ContentOf(FlushPlan plan) =>
        new(
            KindOf(plan),
            TitleOf(plan) + ".",
            plan.Lead.Id,
            plan.Notices[0].About ?? plan.Lead.Target.Display,
            plan.Lead.Direction,
            plan.Lead.Severity,
            [],
            [],
            [],
            [],
            []
        );

    public static string TitleOf(FlushPlan plan) =>
        plan.Notices is [var only] ? only.Title : $"{plan.Notices[0].Title}, and {plan.Notices.Count - 1} more";

    private static MailKind KindOf(FlushPlan plan)
    {
        var kinds = plan.Notices.Select(notice => notice.Kind ?? MailKind.Notice).Distinct().ToArray();
        return kinds is [var only] ? only : MailKind.Notice;
    }

    private static Incident PlaceOf(AlertEntry notice) =>
        new(
            notice.IncidentId,
            notice.Session,
            Target.OfSymbol(notice.Symbols is [var symbol, ..] ? symbol : Symbol.Parse("SPY")),
            Direction.Up,
            notice.MarketTime,
            notice.Severity,
            null,
            null,
            [],
            Array.Empty<MemberReading>(),
            [],
            [],
            new Dictionary<string, IncidentChange>()
        );
}
