using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;

namespace MarketAlerts.LocalHost.Samples;

/// <summary>What was published around 27 January 2025, from <c>scenarios/deepseek-monday/news.csv</c>.</summary>
internal static class SamplePublished
{
    private static readonly PublishedLine Verge = Line(
        PublishedWhen.Before,
        new(2025, 1, 27, 12, 49, 1, TimeSpan.Zero),
        "China’s DeepSeek AI is hitting Nvidia where it hurts",
        "The Verge",
        "https://www.theverge.com/2025/1/27/24352801/deepseek-ai-chatbot-chatgpt-ios-app-store"
    ) with
    {
        Precision = TimePrecision.Instant,
    };

    private static readonly PublishedLine Release = Line(
        PublishedWhen.DaysBefore,
        new(2025, 1, 20, 12, 29, 30, TimeSpan.Zero),
        "🚀 DeepSeek-R1 is here!",
        "DeepSeek",
        "https://x.com/deepseek_ai/status/1881318130334814301"
    ) with
    {
        Precision = TimePrecision.Instant,
        DaysBefore = 7,
    };

    private static readonly PublishedLine Cyberattack = Line(
        PublishedWhen.During,
        new(2025, 1, 27, 16, 29, 28, TimeSpan.Zero),
        "DeepSeek hit with large-scale cyberattack, says it's limiting registrations",
        "CNBC",
        "https://www.cnbc.com/2025/01/27/deepseek-hit-with-large-scale-cyberattack-says-its-limiting-registrations.html"
    );

    private static readonly PublishedLine Futures = Line(
        PublishedWhen.Before,
        new(2025, 1, 27, 9, 46, 0, TimeSpan.Zero),
        "Nasdaq futures tumble as China's AI push rattles Big Tech",
        "Reuters",
        "https://au.investing.com/news/stock-market-news/nasdaq-futures-tumble-as-chinas-ai-push-rattles-big-tech-3641785"
    ) with
    {
        Claim = "NVDA \"dropped 6.9%\"",
    };

    private static readonly PublishedLine AppStore = Line(
        PublishedWhen.Before,
        new(2025, 1, 27, 7, 37, 22, TimeSpan.Zero),
        "Chinese AI startup DeepSeek overtakes ChatGPT on Apple App Store",
        "Reuters",
        "https://www.reuters.com/technology/artificial-intelligence/"
            + "chinese-ai-startup-deepseek-overtakes-chatgpt-apple-app-store-2025-01-27/"
    );

    /// <summary>The panel at the open.</summary>
    public static PublishedPanel AtTheOpen { get; } = new([Verge, Futures, AppStore, Release], 6, 3);

    /// <summary>The panel at the close.</summary>
    public static PublishedPanel AtTheClose { get; } = new([Futures, AppStore, Cyberattack, Release], 12, 3);

    /// <summary>The panel of a mail on news.</summary>
    public static PublishedPanel OnNews { get; } = new([AppStore, Release], 1, 3);

    /// <summary>A panel without anything in it.</summary>
    public static PublishedPanel Nothing { get; } = new([], 0, 3);

    private static PublishedLine Line(PublishedWhen when, DateTimeOffset time, string title, string source, string link) =>
        new(when, time, false, TimePrecision.AtTheLatest, 0, title, source, 1, link, StoryStatus.AsPublished, null, null);
}
