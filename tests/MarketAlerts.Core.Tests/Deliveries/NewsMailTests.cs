using MarketAlerts.Core.Detection;
using MarketAlerts.Core.Incidents;
using MarketAlerts.Core.Levels;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Wording;
using static MarketAlerts.Core.Tests.Deliveries.GivenMail;

namespace MarketAlerts.Core.Tests.Deliveries;

/// <summary>What becomes of news on the subscriber's side.</summary>
public sealed class NewsMailTests
{
    private static readonly Incident News = Single("NVDA", Severity.Plain, Given.Reading("NVDA", 0)) with
    {
        Id = "news-NVDA-20250127",
        Members = [],
        News = GivenNews.Reading(1),
    };

    [Fact]
    public void Compose_NamesTheStory_WhenThereIsOne()
    {
        var mail = Compose(Mailbox(Entry(News)), "14:33", TimeSpan.Zero, News);

        mail.Subject.ShouldBe("News on NVDA: Nvidia falls");
        mail.Content.Headline.ShouldBe("News on NVDA: Nvidia falls (wire)");
        (mail.Content.IsNews, mail.Content.TargetName, mail.Content.Members.Count, mail.Content.IncidentId).ShouldBe(
            (true, "NVDA", 0, "news-NVDA-20250127")
        );
        mail.Thread.MessageId.ShouldBe($"<news-NVDA-20250127.1.{Ana.Id}@marketalerts.example>");
        mail.Clock.Quote.ShouldBe(GivenNews.Reading(1).Time);
        mail.Content.Checks.ShouldBe(["Headlines are their publishers' words."]);
    }

    [Theory]
    [InlineData(1, null, "News on NVDA: Nvidia falls (wire)")]
    [InlineData(4, null, "4 stories on NVDA within an hour. The newest: Nvidia falls (wire)")]
    [InlineData(12, 2.25, "12 stories on NVDA within an hour, 2.3 an hour are usual. The newest: Nvidia falls (wire)")]
    public void Headline_CountsTheStories(int count, double? usual, string headline) =>
        NewsWording.Headline(GivenNews.Reading(count, usual)).ShouldBe(headline);

    [Fact]
    public void Subject_CutsALongHeadline()
    {
        var subject = NewsWording.Subject(new NewsReading("NVDA", 1, null, new string('x', 300), "wire", default));

        subject.ShouldBe($"News on NVDA: {new string('x', 107)}...");
    }

    [Fact]
    public void Plan_FoldsNewsIntoTheIncident_ThatItsStockIsInAndTheSubscriberWasToldOf()
    {
        var mail = Compose(Mailbox(Entry(News)) with { History = Told(Chips) }, "15:01", TimeSpan.Zero, Chips, News);

        (mail.Content.IncidentId, mail.Kind, mail.Subject).ShouldBe(("chips-down-20250127", MailKind.Update, "The subject of the thread"));
        mail.Content.Headline.ShouldBe("News on NVDA: Nvidia falls (wire)");
        (mail.Content.IsNews, mail.Folded).ShouldBe((false, 0));
        mail.Others!.ShouldHaveSingleItem().Title.ShouldBe("NVDA news");
    }

    [Fact]
    public void Plan_KeepsNewsApart_WhenItsStockIsNotInTheIncident()
    {
        var other = News with { Target = Target.Parse("s.TXN"), Id = "news-TXN-20250127" };

        Compose(Mailbox(Entry(other)) with { History = Told(Chips) }, "15:01", TimeSpan.Zero, Chips, other)
            .Content.IncidentId.ShouldBe("news-TXN-20250127");
    }

    [Fact]
    public void Compose_LeadsWithTheMove_WhenMoveAndNewsGoOutTogether()
    {
        var mail = Compose(Mailbox(Entry(Nvda), Entry(News)), "14:32", TimeSpan.Zero, Nvda, News);

        mail.Content.IncidentId.ShouldBe("NVDA-down-20250127");
        mail.Content.Headline.ShouldStartWith("NVDA stands at");
        mail.Rules.ShouldBe([Rule.FromText("NVDA notable")]);
    }
}
