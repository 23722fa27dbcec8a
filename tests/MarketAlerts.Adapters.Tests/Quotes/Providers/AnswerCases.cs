using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>Every row of the contract.</summary>
internal static class AnswerCases
{
    private const int TenMegabytes = 10_000_000;

    public static IReadOnlyList<AnswerCase> All { get; } =
    [
        Good("both symbols", "quotes", provider => Of(provider, provider.Good)),
        Good(
            "the right body with another content type",
            "quotes",
            provider => context => Answers.Text(provider.Body(PathOf(context), provider.Good), "text/plain")(context)
        ),
        Good("a time in the future", "quotes: the guards judge the time", provider => Of(provider, Later(provider))) with
        {
            Quotes = provider => [.. provider.Quotes.Select(quote => LaterOf(provider, quote))],
        },
        Msft("one symbol is missing", "quotes of the others", _ => null),
        Msft("one symbol is unknown", "quotes of the others", provider => provider.Unknown),
        Msft("one symbol's figures are null or empty", "quotes of the others", provider => provider.Nulls),
        Msft("one symbol's figures are 0", "quotes of the others", provider => provider.Zeros),
        Good("no symbol at all", "no quotes", provider => Of(provider, new Dictionary<string, string>())) with
        {
            Quotes = _ => [],
        },
        Fails("401", FetchFault.Refused, _ => Answers.Status(401)),
        Fails("403", FetchFault.Refused, _ => Answers.Status(403)),
        Fails("404", FetchFault.NotFound, _ => Answers.Status(404)),
        Fails("429 with `Retry-After: 17`", FetchFault.Busy, _ => Answers.Status(429, 17)) with
        {
            Outcome = "`Busy` for 17 s",
            RetryAfter = TimeSpan.FromSeconds(17),
        },
        Fails("429 without `Retry-After`", FetchFault.Busy, _ => Answers.Status(429)),
        Fails("429 with `Retry-After` as a date", FetchFault.Busy, _ => BusyUntil(GivenQuote.Close.AddMinutes(2))) with
        {
            Outcome = "`Busy` until then",
            RetryAfter = TimeSpan.FromMinutes(2),
        },
        Fails("400", FetchFault.Malformed, _ => Answers.Status(400)),
        Fails("500", FetchFault.Unavailable, _ => Answers.Status(500)),
        Fails("503 with a page for people", FetchFault.Unavailable, _ => Answers.Html(503)),
        Fails("no answer within the time limit", FetchFault.Unavailable, (_, waits) => Answers.Silent(waits)) with
        {
            TakesForever = true,
        },
        Fails(
            "half an answer within the time limit",
            FetchFault.Unavailable,
            (provider, waits) => Answers.Slow(Whole(provider), waits)
        ) with
        {
            TakesForever = true,
        },
        Fails("an answer that breaks off", FetchFault.Malformed, provider => Answers.Truncated(Whole(provider))),
        Fails("a page for people with 200", FetchFault.Malformed, _ => Answers.Html()),
        Fails("nothing with 200", FetchFault.Malformed, _ => Answers.Text("")),
        Fails("more bytes than the limit", FetchFault.TooLarge, _ => Answers.Endless(TenMegabytes)),
    ];

    public static AnswerCase Named(string name) => All.Single(answer => answer.Name == name);

    /// <summary>Answers each call with the texts of its symbols.</summary>
    public static RequestDelegate Of(ProviderCase provider, IReadOnlyDictionary<string, string> texts) =>
        context => Answers.Text(provider.Body(PathOf(context), texts), provider.ContentType)(context);

    private static RequestDelegate BusyUntil(DateTimeOffset end) =>
        context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = end.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };

    private static AnswerCase Good(string name, string outcome, Func<ProviderCase, RequestDelegate> answer) =>
        new(name, outcome, (provider, _) => answer(provider)) { Quotes = provider => provider.Quotes };

    private static AnswerCase Msft(string name, string outcome, Func<ProviderCase, string?> nvda) =>
        Good(name, outcome, provider => Of(provider, With(provider, nvda(provider)))) with
        {
            Quotes = provider => [provider.Quotes[1]],
        };

    private static AnswerCase Fails(string name, FetchFault fault, Func<ProviderCase, RequestDelegate> answer) =>
        Fails(name, fault, (provider, _) => answer(provider));

    private static AnswerCase Fails(string name, FetchFault fault, Func<ProviderCase, TaskCompletionSource, RequestDelegate> answer) =>
        new(name, $"`{fault}`", answer) { Fault = fault };

    private static Dictionary<string, string> With(ProviderCase provider, string? nvda) =>
        provider
            .Good.Where(text => text.Key is not "NVDA" || nvda is not null)
            .ToDictionary(text => text.Key, text => text.Key is "NVDA" ? nvda! : text.Value);

    /// <summary>NVDA only: the others write their time otherwise, or the same.</summary>
    private static Dictionary<string, string> Later(ProviderCase provider) =>
        provider.Good.ToDictionary(
            text => text.Key,
            text => text.Key is "NVDA" ? text.Value.Replace(provider.Times.Now, provider.Times.Later, StringComparison.Ordinal) : text.Value
        );

    /// <summary>Behind a trade of another day Alpaca's bars are those of days before: its newest close is 27 January's.</summary>
    private static Quote LaterOf(ProviderCase provider, Quote quote) =>
        quote.Symbol != GivenQuote.Nvda.Symbol ? quote
        : provider.Name is "alpaca" ? new Quote(quote.Symbol, provider.Later, quote.Last, null, null, null, 118.42, null)
        : quote with { MarketTime = provider.Later };

    private static string Whole(ProviderCase provider) => provider.Body("/?symbol=NVDA", provider.Good);

    private static string PathOf(HttpContext context) => context.Request.Path + context.Request.QueryString;
}
