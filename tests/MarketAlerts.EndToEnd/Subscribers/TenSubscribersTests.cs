using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.EndToEnd.Subscribers;

/// <summary>
/// Monday 27 January 2025 as each of ten subscribers is told it: every mail, when it went out, what it was and why. Times are UTC.
/// </summary>
public sealed class TenSubscribersTests(TenSubscribers day) : IClassFixture<TenSubscribers>
{
    // quiet@: 22:00 to 07:00 in Tokyo is 13:00 to 22:00 UTC, and severe does not pass. digest@: the severe ones at once, the rest at the
    // full hour. snoozed@: NVDA until 17:00, so its part of the opening's item waits. capped@: three an hour, the last one for something
    // severe. What a choice held goes with the next look at what waits, fifteen seconds past the minute. secret:desk is the webhook of
    // hooked@; phone@ is the second address of twice@, for what is severe.
    [Theory]
    [InlineData(
        "default",
        "Mon 14:30:50 Opened chips-down-20250127: You asked for: #chips notable.",
        "Mon 15:19:00 Update chips-down-20250127: New among the notable members of an incident you were told of: AMD, AMAT, KLAC.",
        "Mon 16:39:00 Update chips-down-20250127: New among the notable members of an incident you were told of: LRCX.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "single",
        "Mon 14:30:30 Opened NVDA-down-20250127: You asked for: NVDA notable.",
        "Mon 16:24:45 Worse NVDA-down-20250127: An incident you were told of went much further.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "levels",
        "Fri 20:30:45 Opened NVDA-down-20250124: You asked for: NVDA falls 3% today.",
        "Fri 21:05:45 CloseOfDay close-20250124: How the day ended for what you were told of.",
        "Mon 14:30:30 Opened NVDA-down-20250127: You asked for: NVDA falls 3% today; NVDA falls 5% today; NVDA falls 10% today.",
        "Mon 16:05:30 Update NVDA-down-20250127: You asked for: NVDA falls 15% today.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData("quiet", "Mon 22:00:15 Opened chips-down-20250127: You asked for: #chips notable; MSFT falls 3% today.")]
    [InlineData(
        "digest",
        "Fri 21:00:15 Digest digest-20250124T2100: Gathered: you asked for a digest.",
        "Fri 22:00:15 CloseOfDay close-20250124: How the day ended for what you were told of.",
        "Mon 14:30:30 Storm storm-down-20250127: You asked for: any of #tech falls 3% today.",
        "Mon 15:00:15 Digest digest-20250127T1500: Gathered: you asked for a digest.",
        "Mon 16:26:30 Escalated AMD-down-20250127: An incident you were told of became more severe.",
        "Mon 17:00:15 Digest digest-20250127T1700: Gathered: you asked for a digest.",
        "Mon 18:00:15 Digest digest-20250127T1800: Gathered: you asked for a digest.",
        "Mon 18:47:30 Escalated AMAT-down-20250127: An incident you were told of became more severe.",
        "Mon 19:13:30 Escalated KLAC-down-20250127: An incident you were told of became more severe.",
        "Mon 22:00:15 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "snoozed",
        "Mon 14:30:30 Opened MSFT-down-20250127: You asked for: MSFT falls 4% today.",
        "Mon 17:00:15 Digest digest-20250127T1700: Gathered while it was snoozed.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "capped",
        "Fri 20:30:45 Opened INTC-down-20250124: You asked for: any of #tech falls 3% today.",
        "Fri 20:33:15 Storm storm-down-20250124: You asked for: any of #tech falls 3% today; any of #tech falls 5% today; "
            + "any of #tech falls 7% today.",
        "Fri 21:05:45 CloseOfDay close-20250124: How the day ended for what you were told of.",
        "Mon 14:30:30 Storm storm-down-20250127: You asked for: any of #tech falls 3% today; any of #tech falls 5% today; "
            + "any of #tech falls 7% today.",
        "Mon 15:01:15 Storm storm-down-20250127: You asked for: any of #tech falls 3% today; any of #tech falls 5% today.",
        "Mon 16:26:30 Storm storm-down-20250127: You asked for: any of #tech falls 7% today; any of #tech falls 5% today.",
        "Mon 16:27:45 Worse MRVL-down-20250127: An incident you were told of went much further.",
        "Mon 17:57:45 Opened INTC-down-20250127: You asked for: any of #tech falls 3% today.",
        "Mon 18:47:30 Storm storm-down-20250127: What becomes of your names that go one way together.",
        "Mon 21:07:15 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "secret",
        "Mon 14:30:50 Opened chips-down-20250127: You asked for: #chips notable.",
        "Mon 15:19:00 Update chips-down-20250127: New among the notable members of an incident you were told of: AMD, AMAT, KLAC.",
        "Mon 16:39:00 Update chips-down-20250127: New among the notable members of an incident you were told of: LRCX.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "twice",
        "Mon 14:30:30 Opened NVDA-down-20250127: You asked for: MSFT falls 4% today; NVDA severe.",
        "Mon 16:24:45 Worse NVDA-down-20250127: An incident you were told of went much further.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "phone",
        "Mon 14:30:30 Opened NVDA-down-20250127: You asked for: MSFT falls 4% today; NVDA severe.",
        "Mon 16:24:45 Worse NVDA-down-20250127: An incident you were told of went much further.",
        "Mon 21:05:45 CloseOfDay close-20250127: How the day ended for what you were told of."
    )]
    [InlineData(
        "news",
        "Mon 09:46:45 Opened news-NVDA-20250127: You asked for: news NVDA.",
        "Mon 11:52:45 Update news-NVDA-20250127: You asked for: news NVDA.",
        "Mon 19:34:45 Update news-NVDA-20250127: You asked for: news NVDA.",
        "Mon 21:00:45 Update news-NVDA-20250127: You asked for: news NVDA.",
        "Mon 21:07:15 CloseOfDay close-20250127: How the day ended for what you were told of.",
        "Tue 13:04:45 Opened news-NVDA-20250128: You asked for: news NVDA.",
        "Tue 14:45:45 Update news-NVDA-20250128: You asked for: news NVDA."
    )]
    public void Story_IsTheExpectedOne_OfEachSubscriber(string reader, params string[] expected) => StoryOf(reader).ShouldBe(expected);

    [Fact]
    public void Messages_AreThereOnce_WhereverTheyGo()
    {
        day.Run.Report.Mails.ShouldAllBe(mail => mail.State == MailState.Sent);
        day.Run.Report.Mails.Select(mail => mail.MessageId).ShouldBeUnique();
        day.Posts.Count.ShouldBe(day.Run.Report.Mails.Count(mail => mail.Subscriber == "secret:desk"));
    }

    private IEnumerable<string> StoryOf(string reader) =>
        day.Run.Report.Mails.Where(mail => mail.Subscriber.StartsWith(reader, StringComparison.Ordinal)).Select(Line);

    private static string Line(ReplayReport.MailLine mail) =>
        $"{mail.SentAt.ToString("ddd HH:mm:ss", CultureInfo.InvariantCulture)} {mail.Kind} {mail.Incident}: {mail.Reason}";
}
