using MarketAlerts.LocalHost.Reports;

namespace MarketAlerts.EndToEnd;

/// <summary>
/// What was published round Monday 27 January 2025: in the mails of those who follow prices, and for those who asked for news.
/// </summary>
[Collection(FoundingDayCollection.Name)]
public sealed class FoundingNewsTests(FoundingDay day)
{
    // The release seven days before, the app store on Sunday night in California, Monday's futures: in the order of their distance from the
    // move.
    [Fact]
    public void FirstMail_ShowsWhatWasPublished_WhenAdaIsToldOfChips()
    {
        var text = TextOf(Mails("ada@example.com").First(mail => mail.Incident == "chips-down-20250127"));

        text[text.IndexOf("What was published", StringComparison.Ordinal)..text.IndexOf("\n\nYou asked for", StringComparison.Ordinal)]
            .ShouldBe(
                """
                What was published
                  Before the move:
                    - Mon 07:49 ET: China’s DeepSeek AI is hitting Nvidia where it hurts
                      (The Verge)
                      https://www.theverge.com/2025/1/27/24352801/deepseek-ai-chatbot-chatgpt-ios-app-store
                    - by Mon 06:51 ET: Nvidia falls 14% in premarket trading as China's
                      DeepSeek triggers global tech sell-off (CNBC; it says of NVDA "falls
                      14%")
                      https://www.cnbc.com/2025/01/27/nvidia-falls-10percent-in-premarket-trading-as-chinas-deepseek-triggers-global-tech-sell-off.html
                    - by Mon 05:35 ET: DeepSeek Buzz Puts Tech Stocks on Track for $1
                      Trillion Wipeout (Bloomberg)
                      https://www.bloomberg.com/news/articles/2025-01-27/nasdaq-futures-slump-as-china-s-deepseek-sparks-us-tech-concern
                    - by Mon 04:46 ET: Nasdaq futures tumble as China's AI push rattles
                      Big Tech (Reuters; it says of NVDA "dropped 6.9%")
                      https://au.investing.com/news/stock-market-news/nasdaq-futures-tumble-as-chinas-ai-push-rattles-big-tech-3641785
                    - by Mon 02:37 ET: Chinese AI startup DeepSeek overtakes ChatGPT on
                      Apple App Store (Reuters)
                      https://www.reuters.com/technology/artificial-intelligence/chinese-ai-startup-deepseek-overtakes-chatgpt-apple-app-store-2025-01-27/
                    - by Sat 20:18 ET: How China’s new AI model DeepSeek is threatening
                      U.S. dominance (CNBC)
                      https://www.cnbc.com/2025/01/24/how-chinas-new-ai-model-deepseek-is-threatening-us-dominance.html
                  Days before:
                    - by Mon 20 Jan 07:37 ET, 7 days before: DeepSeek-R1 (GitHub)
                      https://github.com/deepseek-ai/DeepSeek-R1
                    - Mon 20 Jan 07:29 ET, 7 days before: 🚀 DeepSeek-R1 is here!
                      (DeepSeek)
                      https://x.com/deepseek_ai/status/1881318130334814301
                  4 more since the close before. Timing only, from 1 feed: what came out
                  when, not what moved the price.
                """.ReplaceLineEndings("\n")
            );
    }

    // What stood in the feed when it was first read, on Friday, alerts nobody; a new wave of stories begins when an hour has half as many
    // as the one before.
    [Fact]
    public void Emil_HearsOfEachWaveOfStories_WhenHeAskedForDeepSeek() =>
        Told("emil@example.com")
            .ShouldBe([
                "01-26 01:19 Opened news-a902f84472a17a74-20250125",
                "01-27 07:38 Opened news-a902f84472a17a74-20250127",
                "01-27 09:46 Update news-a902f84472a17a74-20250127",
                "01-27 11:04 Update news-a902f84472a17a74-20250127",
                "01-27 11:52 Update news-a902f84472a17a74-20250127",
                "01-27 12:21 Update news-a902f84472a17a74-20250127",
                "01-27 16:30 Update news-a902f84472a17a74-20250127",
                "01-27 18:18 Update news-a902f84472a17a74-20250127",
                "01-27 19:34 Update news-a902f84472a17a74-20250127",
                "01-27 21:05 CloseOfDay close-20250127",
                "01-27 21:09 Update news-a902f84472a17a74-20250127",
                "01-28 13:04 Opened news-a902f84472a17a74-20250128",
                "01-28 14:45 Update news-a902f84472a17a74-20250128",
            ]);

    // MSFT's 4 % comes with news since Friday's close; KLAC's 5 % came at 09:56, its news at 11:29; AMAT's 5 % never gets any.
    [Fact]
    public void Fay_IsToldOfMoves_OnceThereIsNewsAsWell()
    {
        var moves = Mails("fay@example.com").Where(mail => !mail.Incident.StartsWith("news-", StringComparison.Ordinal));

        moves
            .Select(mail => $"{mail.SentAt:HH:mm} {mail.Incident}: {mail.Reason}")
            .ShouldBe([
                "14:30 MSFT-down-20250127: You asked for: MSFT falls 4% today and news \"DeepSeek\".",
                "16:30 KLAC-down-20250127: You asked for: KLAC falls 5% today and news \"cyberattack\".",
                "21:07 close-20250127: How the day ended for what you were told of.",
            ]);
        TextOf(moves.SkipLast(1).Last())
            .ShouldContain("While it was on:\n    - by Mon 11:29 ET: DeepSeek hit with large-scale cyberattack");
    }

    [Fact]
    public void FoundingStory_IsShownWithoutATime_BecauseNoneIsKnown()
    {
        var last = TextOf(Mails("fay@example.com").Last());

        last.ShouldContain("News on NVDA: Microsoft higher-ups are taking a page from DeepSeek's\novernight success' book (MSPoweruser)");
        last.ShouldContain("seen Tue 09:45 ET: Microsoft higher-ups"); // Its date is not known.
        last.ShouldContain("it says of NVDA \"drop\n      by nearly 17%\"");
    }

    private IEnumerable<ReplayReport.MailLine> Mails(string subscriber) =>
        day.First.Report.Mails.Where(mail => mail.Subscriber == subscriber);

    private IEnumerable<string> Told(string subscriber) =>
        Mails(subscriber).Select(mail => $"{mail.SentAt:MM-dd HH:mm} {mail.Kind} {mail.Incident}");

    private string TextOf(ReplayReport.MailLine mail) =>
        day
            .First.Received.Single(received => $"<{received.Message.MessageId}>" == mail.MessageId)
            .Message.TextBody!.ReplaceLineEndings("\n");
}
