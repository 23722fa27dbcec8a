using MarketAlerts.LocalHost.Reports;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.EndToEnd.Sources;

/// <summary>
/// The founding day with the primary source lost from 10:55 to 11:20 in New York, in which AMD, AMAT and KLAC open their incidents: first
/// it answers 503, then garbage, then it is back.
/// </summary>
[Collection(FoundingDayCollection.Name)]
public sealed class LostPrimaryTests(FoundingDay day)
{
    private static readonly DateTimeOffset Lost = new(2025, 1, 27, 15, 55, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Garbled = Lost.AddMinutes(15);
    private static readonly DateTimeOffset Back = Lost.AddMinutes(25);

    [Fact]
    public async Task Incidents_AreTheSame_WhenThePrimaryIsLostInTheMiddle()
    {
        var (report, askedSecond) = await ProvidedReplay.OfAsync("deepseek-monday", PrimaryAt, TestContext.Current.CancellationToken);

        askedSecond.ShouldBeGreaterThan(24, "the stand-in was asked in each of the minutes");
        report.Incidents.Select(Essence).ShouldBe(day.First.Report.Incidents.Select(Essence));
        report
            .Mails.Select(mail => (mail.Subscriber, mail.Subject, mail.SentAt))
            .ShouldBe(day.First.Report.Mails.Select(mail => (mail.Subscriber, mail.Subject, mail.SentAt)));
    }

    private static RequestDelegate? PrimaryAt(DateTimeOffset now) =>
        now < Lost || now >= Back ? null
        : now < Garbled ? Answers.Status(503)
        : Answers.Text("{\"status\":\"OK\",\"tick", "application/json");

    private static (string, DateTimeOffset, string) Essence(ReplayReport.IncidentLine incident) =>
        (incident.Id, incident.OpenedAt, string.Join(", ", incident.Members.Select(member => $"{member.Symbol} {member.DayMove:0.00}")));
}
