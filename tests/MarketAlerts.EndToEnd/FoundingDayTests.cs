using MarketAlerts.Core.Mail;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.EndToEnd;

/// <summary>Monday 27 January 2025, pinned: quotes in at one end, mails out at the other, through Azurite and SMTP.</summary>
[Collection(FoundingDayCollection.Name)]
public sealed class FoundingDayTests(FoundingDay day)
{
    private const string Ada = "ada@example.com";
    private const string Ben = "ben@example.com";
    private const string Cleo = "cleo@example.com";

    private static readonly string[] Opening = ["NVDA", "AVGO", "AMD", "TSM", "MU", "MRVL", "ASML", "ARM", "LRCX", "AMAT", "KLAC", "SMCI"];

    [Fact]
    public void Incidents_HoldExactlyOneOfTheChips_WhenMondayIsOver()
    {
        var chips = day.First.Report.Incidents.Where(incident => incident.Target == "#chips").ShouldHaveSingleItem();
        chips.Id.ShouldBe("chips-down-20250127");
        chips.OpenedAt.ShouldBe(Utc("2025-01-27T14:30:00Z"));
        chips.Members.Select(member => member.Symbol).ShouldBe([.. Opening, "INTC", "QCOM"], ignoreOrder: true);
        chips
            .Transitions.Where(step => step.To == "member notable")
            .Select(step => step.Reason.Split(' ')[0])
            .ShouldBe(["AMD", "AMAT", "KLAC", "LRCX"]);
    }

    [Fact]
    public void FirstMail_NamesTwelveMembersAtTheOpen_WhenAdaWatchesChips()
    {
        var opened = Monday(Ada)[0];
        opened.Kind.ShouldBe(MailKind.Opened);
        opened.Incident.ShouldBe("chips-down-20250127");
        opened.SentAt.ShouldBeLessThanOrEqualTo(Utc("2025-01-27T14:32:00Z"));
        opened.Members.Select(member => member.Symbol).ShouldBe(Opening, ignoreOrder: true);
        opened.Members.Single(member => member.Symbol == "NVDA").DayMove.ShouldBe(-12.5, 0.05);
        opened.AlsoMoving.Select(member => member.Symbol).ShouldBe(["ORCL", "MSFT", "GOOGL", "AMZN", "META", "TSLA"]);
        opened.NotMoving.Select(member => member.Symbol).ShouldBe(["TXN", "INTC", "QCOM", "AAPL"], ignoreOrder: true);
        opened.Subject.ShouldBe("Chips down: 12 of 15 beyond -2% at the open, MRVL -13.2%, AVGO -12.8% [severe]");
    }

    [Fact]
    public void FollowUps_TellOnlyOfNewNotableMembers_WhenAdaWasTold()
    {
        var mails = Monday(Ada);
        mails
            .Select(mail => (mail.Kind, mail.SentAt))
            .ShouldBe([
                (MailKind.Opened, Utc("2025-01-27T14:30:30Z")),
                (MailKind.Update, Utc("2025-01-27T15:19:00Z")),
                (MailKind.Update, Utc("2025-01-27T16:39:00Z")),
                (MailKind.CloseOfDay, Utc("2025-01-27T21:05:45Z")),
            ]);
        mails[1].Reason.ShouldEndWith("AMD, AMAT, KLAC.");
        mails[2].Reason.ShouldEndWith("LRCX.");
        mails[3].Subject.ShouldBe("Close of Mon 27 Jan: NVDA -17.0%, #chips -6.5%");
        mails.Skip(1).SkipLast(1).ShouldAllBe(mail => mail.References.Single() == mails[0].MessageId && mail.Subject == mails[0].Subject);
    }

    [Fact]
    public void FiveLevels_MakeOneMail_WhenBenIsToldOfTheGap()
    {
        Monday(Ben).Select(mail => mail.Kind).ShouldBe([MailKind.Opened, MailKind.Worse, MailKind.CloseOfDay]);
        var mail = Monday(Ben)[0];
        mail.MarketTime.ShouldBe(Utc("2025-01-27T14:30:00Z"));
        mail.Reason.ShouldBe(
            "You asked for: NVDA falls 3% today; NVDA falls 5% today; NVDA falls 7% today; NVDA falls 10% today; NVDA falls 12% today."
        );
    }

    [Fact]
    public void AFurtherLevel_MakesASecondMail_WhenCleoAskedForFifteenPercent()
    {
        var mails = Monday(Cleo);
        mails.Select(mail => mail.Kind).ShouldBe([MailKind.Opened, MailKind.Update, MailKind.CloseOfDay]);
        mails[1].MarketTime.ShouldBe(Utc("2025-01-27T16:05:00Z"));
        mails[1].Reason.ShouldBe("You asked for: NVDA falls 15% today.");
        mails[1].References.ShouldBe([mails[0].MessageId]);
    }

    [Fact]
    public void MessageIds_AreThereOnce_WhenTheMailServerIsAsked()
    {
        var received = day.First.Received.Select(mail => $"<{mail.Message.MessageId}>").ToArray();
        received.ShouldBeUnique();
        received.ShouldBe(day.First.Report.Mails.Select(mail => mail.MessageId), ignoreOrder: true);
        day.First.Report.Mails.ShouldAllBe(mail => mail.State == MailState.Sent);
    }

    [Fact]
    public void TwoRuns_ReportTheSame_ButForLatencies() => day.Second.WithoutLatencies().ShouldBe(day.First.WithoutLatencies());

    [Fact]
    public void Times_AreUtcWithZ_WhenTheReportIsRead()
    {
        var opened = day.First.Json["incidents"]!.First(incident => (string?)incident["id"] == "chips-down-20250127")["openedAt"];
        opened!.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("\"2025-01-27T14:30:00Z\"");
    }

    private List<ReplayReport.MailLine> Monday(string subscriber) =>
        [.. day.First.Report.Mails.Where(mail => mail.Subscriber == subscriber && mail.SentAt.Date == new DateTime(2025, 1, 27))];

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
