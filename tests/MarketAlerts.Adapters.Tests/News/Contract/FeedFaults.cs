using MarketAlerts.Adapters.Http;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>What servers do, good and bad; the table of docs/feeds.md is this list.</summary>
internal static class FeedFaults
{
    private const int TooMuch = 10_000_000;

    public static FeedFault[] All { get; } =
    [
        new("good answer", null, (kind, _) => Answers.Text(kind.Good, kind.ContentType)) { HasItems = true },
        new("broken items among good ones", null, (kind, _) => Answers.Text(kind.Partial, kind.ContentType)) { HasItems = true },
        new("another content type", null, (kind, _) => Answers.Text(kind.Good, "application/octet-stream")) { HasItems = true },
        new("compressed answer", null, (kind, _) => FeedAnswers.Gzip(GivenNews.Bytes(kind.Good), kind.ContentType)) { HasItems = true },
        new("one redirect", null, (kind, _) => FeedAnswers.RedirectOnce("/moved", Answers.Text(kind.Good, kind.ContentType)))
        {
            HasItems = true,
        },
        new("list without items", null, (kind, _) => Answers.Text(kind.Empty, kind.ContentType)),
        new("items without content", null, (kind, _) => Answers.Text(kind.NullFields, kind.ContentType)),
        new("304 Not Modified", null, (_, _) => Answers.Status(304)),
        new("empty answer", FetchFault.Malformed, (kind, _) => Answers.Text("", kind.ContentType)),
        new("400", FetchFault.Malformed, (_, _) => Answers.Status(400)),
        new("401", FetchFault.Refused, (_, _) => Answers.Status(401)),
        new("403", FetchFault.Refused, (_, _) => Answers.Html(403)),
        new("404", FetchFault.NotFound, (_, _) => Answers.Html(404)),
        new("410", FetchFault.NotFound, (_, _) => Answers.Status(410)),
        new("429", FetchFault.Busy, (_, _) => Answers.Status(429)),
        new("429 with `Retry-After: 120`", FetchFault.Busy, (_, _) => Answers.Status(429, 120)) { Rest = 120 },
        new("429 with a date two minutes ahead", FetchFault.Busy, (_, _) => FeedAnswers.BusyUntil(GivenNews.Now.AddMinutes(2)))
        {
            Rest = 120,
        },
        new("500", FetchFault.Unavailable, (_, _) => Answers.Status(500)),
        new("503", FetchFault.Unavailable, (_, _) => Answers.Html(503)),
        new("503 with `Retry-After: 120`", FetchFault.Unavailable, (_, _) => Answers.Status(503, 120)) { Rest = 120 },
        new("503 with `Retry-After: 86400`", FetchFault.Unavailable, (_, _) => Answers.Status(503, 86_400)) { Rest = 3_600 },
        new("no answer in time", FetchFault.Unavailable, (_, waits) => Answers.Silent(waits)) { Waits = true },
        new(
            "answer that stops halfway and stays open",
            FetchFault.Unavailable,
            (kind, waits) => Answers.Slow(kind.Good, waits, kind.ContentType)
        )
        {
            Waits = true,
        },
        new("answer cut off", FetchFault.Malformed, (kind, _) => Answers.Truncated(kind.Good, kind.ContentType)),
        new("connection lost halfway", FetchFault.Unavailable, (kind, _) => FeedAnswers.Lost(kind.Good)),
        new("page of HTML with 200", FetchFault.Malformed, (_, _) => Answers.Html()),
        new("10 MB", FetchFault.TooLarge, (kind, _) => Answers.Endless(TooMuch, kind.ContentType)),
        new("gzip bomb", FetchFault.TooLarge, (kind, _) => FeedAnswers.Gzip(new byte[TooMuch], kind.ContentType)),
        new("gzip that is none", FetchFault.Malformed, (kind, _) => FeedAnswers.Encoded("gzip", GivenNews.Bytes(kind.Good))),
        new("Brotli that is none", FetchFault.Malformed, (kind, _) => FeedAnswers.Encoded("br", GivenNews.Bytes(kind.Good))),
        new("endless redirects", FetchFault.Forbidden, (_, _) => FeedAnswers.Redirect("/feed")),
        new("redirect to a file", FetchFault.Forbidden, (_, _) => FeedAnswers.Redirect("file:///etc/hostname")),
        new("redirect to a private address", FetchFault.Forbidden, (kind, _) => Answers.Text(kind.Good, kind.ContentType))
        {
            IsGuarded = true,
        },
        new("redirect to no address", FetchFault.Malformed, (_, _) => FeedAnswers.Redirect("http://")),
        new("billion laughs", FetchFault.Malformed, (kind, _) => Answers.Text(FeedAnswers.Laughs, kind.ContentType)),
        new("external entity", FetchFault.Malformed, (kind, _) => Answers.Text(FeedAnswers.External, kind.ContentType)),
        new("nesting 40,000 deep", FetchFault.Malformed, (kind, _) => Answers.Text(FeedAnswers.Deep(kind), kind.ContentType)),
    ];

    public static FeedFault Of(string name) => All.Single(fault => fault.Name == name);
}
