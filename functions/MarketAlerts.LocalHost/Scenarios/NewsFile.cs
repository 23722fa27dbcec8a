using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.LocalHost.Scenarios;

/// <summary>
/// Reads <c>news.csv</c>: what was published, a row an article. A scenario without the file has no news. A row with the link of an earlier
/// one of the same source is that article with another headline. <c>time_known</c>, optional, says what its time is: <c>published</c>, when
/// it came out, as is meant where the column is missing; <c>day</c>, the day it came out and nothing closer; <c>latest</c>, when it was
/// public at the latest; <c>unknown</c>, no more than when a replay shows it. <c>tags</c>, optional, says what the article is about.
/// </summary>
internal static class NewsFile
{
    /// <summary>The one feed that brings the news of a scenario, whoever published them.</summary>
    public static readonly Feed Feed = new("news", FeedKind.Rss, null);

    private static readonly string[] Columns = ["time_utc", "source", "title", "summary", "url"];

    public static IReadOnlyList<ScenarioArticle> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = CsvFile.Open(path, Columns);
        var articles = new List<ScenarioArticle>();
        while (file.Read())
        {
            articles.Add(ReadRow(file));
            if (articles.Count > 1 && articles[^1].ArrivesAt < articles[^2].ArrivesAt)
            {
                throw file.Refuse($"time goes backwards: {articles[^1].ArrivesAt:O} after {articles[^2].ArrivesAt:O}.");
            }
        }

        return articles;
    }

    private static ScenarioArticle ReadRow(CsvFile file)
    {
        var (time, source, title) = (file.Time("time_utc"), file.Text("source"), file.Text("title"));
        if (source is "" || title is "")
        {
            throw file.Refuse("an article has a source and a title.");
        }

        var link = LinkOf(file);
        var known = file.OptionalText("time_known");
        DateTimeOffset? published = known switch
        {
            "" or "published" or "day" or "latest" => time,
            "unknown" => null,
            _ => throw file.Refuse($"time_known '{known}' is not one of published, day, latest and unknown."),
        };
        var precision = known switch
        {
            "day" => TimePrecision.Day,
            "latest" => TimePrecision.AtTheLatest,
            _ => TimePrecision.Instant,
        };
        var article = new Article(source, link?.AbsoluteUri ?? title, title, file.Text("summary"), link, published, null, [])
        {
            Precision = precision,
        };
        return new ScenarioArticle(time, article, file.OptionalText("tags"));
    }

    private static Uri? LinkOf(CsvFile file) =>
        file.Text("url") switch
        {
            "" => null,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var link) && WebAddress.IsUsable(link) => link,
            var text => throw file.Refuse($"url '{text}' is no address such as https://example.com/a."),
        };
}
