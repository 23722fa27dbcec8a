using System.Globalization;
using System.Text.Json;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>
/// A provider's store of articles, asked by time and in pages of two as Alpaca and Massive are; an article may show later than its time.
/// </summary>
/// <param name="clock">The clock: what shows later is not there yet.</param>
internal sealed class GivenArticles(TimeProvider clock)
{
    private const int PageSize = 2;

    public List<(int Id, DateTimeOffset Time, DateTimeOffset ShowsAt)> All { get; } = [];

    /// <summary>Adds one, perhaps shown some minutes after its time.</summary>
    public void Add(int id, string time, int lateMinutes = 0)
    {
        var at = DateTimeOffset.Parse($"2025-01-27T{time}Z", CultureInfo.InvariantCulture);
        All.Add((id, at, at.AddMinutes(lateMinutes)));
    }

    /// <summary>Answers as Alpaca: by <c>start</c> and <c>page_token</c>.</summary>
    public RequestDelegate Alpaca =>
        context =>
        {
            var (page, next) = PageOf(context.Request.Query["start"]!, context.Request.Query["page_token"]);
            var items = page.Select(item => new
            {
                id = item.Id,
                headline = "News",
                created_at = "2025-01-01T00:00:00Z",
                updated_at = item.Time,
            });
            return Answers.Text(JsonSerializer.Serialize(new { news = items, next_page_token = next }))(context);
        };

    /// <summary>Answers as Massive: by <c>published_utc.gte</c> and a whole address of the next page.</summary>
    public RequestDelegate Massive =>
        context =>
        {
            var start = context.Request.Query["published_utc.gte"].ToString() is { Length: > 0 } from
                ? from
                : context.Request.Query["from"].ToString();
            var (page, next) = PageOf(start, context.Request.Query["cursor"]);
            var items = page.Select(item => new
            {
                id = $"{item.Id}",
                title = "News",
                published_utc = item.Time,
            });
            var address = next is null
                ? null
                : $"http://{context.Request.Host}/v2/reference/news?from={Uri.EscapeDataString(start)}&cursor={next}";
            return Answers.Text(
                JsonSerializer.Serialize(
                    new
                    {
                        status = "OK",
                        results = items,
                        next_url = address,
                    }
                )
            )(context);
        };

    private ((int Id, DateTimeOffset Time)[] Page, string? Next) PageOf(string start, string? token)
    {
        var from = DateTimeOffset.ParseExact(
            start,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        var skipped = int.Parse(token ?? "0", CultureInfo.InvariantCulture);
        var found = All.Where(item => item.Time >= from && item.ShowsAt <= clock.GetUtcNow())
            .OrderBy(item => item.Time)
            .Select(item => (item.Id, item.Time))
            .ToArray();
        var next = skipped + PageSize < found.Length ? $"{skipped + PageSize}" : null;
        return ([.. found.Skip(skipped).Take(PageSize)], next);
    }
}
