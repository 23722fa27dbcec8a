using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Tests.Mails;

public sealed class SpamAssassinTests
{
    /// <summary>Mail counts as spam from 5.</summary>
    private const double Most = 1.0;

    [Fact]
    public async Task Mails_ScoreLow_ByLocalRules()
    {
        Assert.SkipUnless(SpamAssassin.IsThere, "spamassassin is not installed (apt-get install spamassassin).");

        var scores = await SpamAssassin.ScoreAsync(
            SampleMails.All.Select(mail => RenderedMails.Bytes($"{mail.Name}.eml")),
            TestContext.Current.CancellationToken
        );

        scores.Count.ShouldBe(SampleMails.All.Count);
        SampleMails
            .All.Select(mail => (mail.Name, Told: scores[mail.Mail.Thread.MessageId.Trim('<', '>')]))
            .Where(mail => mail.Told.Score >= Most)
            .ShouldBeEmpty();
    }

    /// <summary>So that a SpamAssassin without its rules does not pass everything.</summary>
    [Fact]
    public async Task Spam_ScoresHigh_ByTheSameRules()
    {
        Assert.SkipUnless(SpamAssassin.IsThere, "spamassassin is not installed (apt-get install spamassassin).");
        const string Test = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"; // The string every spam filter knows.

        var scores = await SpamAssassin.ScoreAsync(
            [
                System.Text.Encoding.ASCII.GetBytes(
                    $"From: <a@example.com>\nTo: <b@example.com>\nSubject: Test\nMessage-ID: <test@example.com>\n\n{Test}\n"
                ),
            ],
            TestContext.Current.CancellationToken
        );

        scores["test@example.com"].Score.ShouldBeGreaterThan(100);
    }
}
