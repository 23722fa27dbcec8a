using System.Globalization;
using MarketAlerts.Core.Notifications;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.EndToEnd.Readers;

/// <summary>Monday 27 January 2025 as each of ten readers is told it: every mail, when it went out, what it was and why. Times are UTC.</summary>
public sealed class TenReadersTests(TenReaders day) : IClassFixture<TenReaders>
{
    [Theory]
    [InlineData("default", "x")]
    public void Story_IsTheExpectedOne_OfEachReader(string reader, params string[] expected) => StoryOf(reader).ShouldBe(expected);

    [Fact]
    public void Messages_AreThereOnce_WhereverTheyGo()
    {
        day.Run.Report.Mails.ShouldAllBe(mail => mail.State == MailState.Sent);
        day.Run.Report.Mails.Select(mail => mail.MessageId).ShouldBeUnique();
        day.Posts.Count.ShouldBe(day.Run.Report.Mails.Count(mail => mail.Subscriber == "secret:desk"));
    }

    private IEnumerable<string> StoryOf(string reader) => day.Run.Report.Mails.Where(mail => mail.Subscriber.StartsWith(reader, StringComparison.Ordinal)).Select(Line);

    private static string Line(ReplayReport.MailLine mail) =>
        $"{mail.SentAt.ToString("ddd HH:mm:ss", CultureInfo.InvariantCulture)} {mail.Kind} {mail.Incident}: {mail.Reason}";
}
