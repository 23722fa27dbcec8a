using System.Globalization;
using MarketAlerts.Core.Detection;

namespace MarketAlerts.Core.Wording;

/// <summary>The words of subjects and headlines of news. Headlines are other people's words and stand as they are.</summary>
internal static class NewsWording
{
    private const int LongestInSubject = 110;

    /// <summary>The subject of a thread's first mail.</summary>
    public static string Subject(NewsReading news) => $"News on {news.About}: {Cut(news.Title)}";

    /// <summary>One sentence that says what happened.</summary>
    public static string Headline(NewsReading news)
    {
        var usual = news.Usual is { } rate ? $", {rate.ToString("0.#", CultureInfo.InvariantCulture)} an hour are usual" : "";
        return news.Count is 1
            ? $"News on {news.About}: {news.Title} ({news.Source})"
            : $"{news.Count.ToString(CultureInfo.InvariantCulture)} stories on {news.About} within an hour{usual}. The newest: "
                + $"{news.Title} ({news.Source})";
    }

    private static string Cut(string title) => title.Length <= LongestInSubject ? title : title[..(LongestInSubject - 3)].TrimEnd() + "...";
}
