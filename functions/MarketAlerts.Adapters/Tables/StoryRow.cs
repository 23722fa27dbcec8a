using System.Globalization;
using Azure.Data.Tables;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Adapters.Tables;

/// <summary>A story as a row.</summary>
internal static class StoryRow
{
    private const char Between = '\n';

    public static TableEntity Write(string partition, string key, Story story)
    {
        var first = story.First;
        var row = new TableEntity(partition, key)
        {
            ["id"] = story.Id,
            ["seenAt"] = story.SeenAt,
            ["sources"] = string.Join(Between, story.Sources),
            ["marks"] = string.Join(Between, story.Marks.Select(mark => mark.ToString("x16", CultureInfo.InvariantCulture))),
            ["targets"] = string.Join(Between, story.Targets),
            ["status"] = story.Status.ToString(),
            ["changedAt"] = story.ChangedAt,
            ["source"] = first.Source,
            ["item"] = first.Id,
            ["title"] = first.Title,
            ["summary"] = first.Summary,
            ["link"] = first.Link?.AbsoluteUri,
            ["publishedAt"] = first.PublishedAt,
            ["updatedAt"] = first.UpdatedAt,
            ["precision"] = first.Precision.ToString(),
            ["symbols"] = string.Join(Between, first.Symbols),
        };
        row.SetDocument(story.Claims.Select(ClaimDocument.From).ToArray());
        return row;
    }

    public static Story Read(TableEntity row) =>
        new(row.GetString("id"), ArticleOf(row), Instant(row, "seenAt")!.Value, Lines(row, "sources"))
        {
            Targets = [.. Lines(row, "targets").Select(Target.Parse)],
            Marks = [.. Lines(row, "marks").Select(mark => ulong.Parse(mark, NumberStyles.HexNumber, CultureInfo.InvariantCulture))],
            Claims = [.. row.GetDocument<ClaimDocument[]>().Select(claim => claim.ToClaim())],
            Status = Enum.Parse<StoryStatus>(row.GetString("status")),
            ChangedAt = Instant(row, "changedAt"),
        };

    private static Article ArticleOf(TableEntity row) =>
        new(
            row.GetString("source"),
            row.GetString("item"),
            row.GetString("title"),
            row.GetString("summary"),
            row.GetString("link") is { } link ? new Uri(link) : null,
            Instant(row, "publishedAt"),
            Instant(row, "updatedAt"),
            [.. Lines(row, "symbols").Select(Symbol.Parse)]
        )
        {
            Precision = Enum.Parse<TimePrecision>(row.GetString("precision")),
        };

    private static string[] Lines(TableEntity row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? text.Split(Between) : [];

    private static DateTimeOffset? Instant(TableEntity row, string column) => row.GetDateTimeOffset(column)?.ToUniversalTime();
}
