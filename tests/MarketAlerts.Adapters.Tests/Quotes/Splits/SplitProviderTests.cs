using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Tests.Quotes.Providers;
using MarketAlerts.Core.Market;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Quotes.Splits;

/// <summary>What every source of splits makes of every answer, over real HTTP.</summary>
public sealed class SplitProviderTests
{
    private static readonly DateOnly From = new(2024, 6, 7);
    private static readonly DateOnly To = new(2024, 6, 17);

    // New York is four hours behind in June.
    private static readonly ShareSplit[] Expected =
    [
        new(Symbol.Parse("NVDA"), new DateOnly(2024, 6, 10), 10, new DateTimeOffset(2024, 6, 10, 4, 0, 0, TimeSpan.Zero)),
        new(Symbol.Parse("XYZ"), new DateOnly(2024, 6, 12), 0.05, new DateTimeOffset(2024, 6, 12, 4, 0, 0, TimeSpan.Zero)),
    ];

    private static readonly (string Name, FetchFault Fault, Func<SplitCase, TaskCompletionSource, RequestDelegate> Answer)[] Faults =
    [
        ("401", FetchFault.Refused, (_, _) => Answers.Status(401)),
        ("403", FetchFault.Refused, (_, _) => Answers.Status(403)),
        ("404", FetchFault.NotFound, (_, _) => Answers.Status(404)),
        ("429", FetchFault.Busy, (_, _) => Answers.Status(429, 17)),
        ("400", FetchFault.Malformed, (_, _) => Answers.Status(400)),
        ("500", FetchFault.Unavailable, (_, _) => Answers.Status(500)),
        ("503 with a page for people", FetchFault.Unavailable, (_, _) => Answers.Html(503)),
        ("no answer", FetchFault.Unavailable, (_, waits) => Answers.Silent(waits)),
        ("half an answer", FetchFault.Unavailable, (given, waits) => Answers.Slow(given.Good, waits)),
        ("an answer that breaks off", FetchFault.Malformed, (given, _) => Answers.Truncated(given.Good)),
        ("a page for people with 200", FetchFault.Malformed, (_, _) => Answers.Html()),
        ("nothing with 200", FetchFault.Malformed, (_, _) => Answers.Text("")),
        ("an empty object", FetchFault.Malformed, (_, _) => Answers.Text("{}")),
        ("an array", FetchFault.Malformed, (_, _) => Answers.Text("[]")),
        ("something behind the end", FetchFault.Malformed, (given, _) => Answers.Text(given.Good + "{}")),
        ("more bytes than the limit", FetchFault.TooLarge, (_, _) => Answers.Endless(10_000_000)),
    ];

    public static TheoryData<string> Providers { get; } = [.. SplitCase.All.Select(given => given.Name)];

    public static TheoryData<string, string> Failing { get; } =
    [.. SplitCase.All.SelectMany(given => Faults.Select(fault => new TheoryDataRow<string, string>(given.Name, fault.Name)))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_GivesTheSplits_WithTheKeyInHeadersOnly(string provider)
    {
        var given = SplitCase.Named(provider);
        var headers = new Dictionary<string, string>();
        await using var bench = await ProviderBench.StartAsync(context =>
        {
            foreach (
                var header in context.Request.Headers.Where(header =>
                    header.Value.ToString().Contains(ProviderCase.Key, StringComparison.Ordinal)
                )
            )
            {
                headers[header.Key] = header.Value.ToString();
            }

            return Answers.Text(given.Good)(context);
        });

        (await AskAsync(given, bench)).ShouldBe(Expected);

        bench.Server.Asked.ShouldBe([given.Path]);
        headers.ShouldBe(given.KeyHeaders, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_SkipsRowsThatMakeNoSense(string provider)
    {
        var given = SplitCase.Named(provider);
        await using var bench = await ProviderBench.StartAsync(given.Hostile);

        (await AskAsync(given, bench)).ShouldBe(Expected);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_IsEmpty_WhenThereAreNone(string provider)
    {
        var given = SplitCase.Named(provider);
        foreach (var body in given.Nothing)
        {
            await using var bench = await ProviderBench.StartAsync(body);

            (await AskAsync(given, bench)).ShouldBeEmpty(body);
        }
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task GetAsync_SaysWhatToDo_WhenThereIsNoUsableAnswer(string provider, string answer)
    {
        var (given, fault) = (SplitCase.Named(provider), Faults.Single(fault => fault.Name == answer));
        var waits = new TaskCompletionSource();
        await using var bench = await ProviderBench.StartAsync(fault.Answer(given, waits));

        var asked = AskAsync(given, bench);
        if (answer is "no answer" or "half an answer")
        {
            await waits.Task;
            bench.Clock.Advance(ProviderBench.TimeLimit);
        }

        var error = await Should.ThrowAsync<FetchException>(asked);
        (error.Fault, error.RetryAfter).ShouldBe((fault.Fault, answer is "429" ? TimeSpan.FromSeconds(17) : null));
        error.Message.ShouldStartWith(provider, Case.Insensitive);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_KeepsTheKeyOutOfMessages_WhenTheOtherSideRepeatsIt(string provider)
    {
        var given = SplitCase.Named(provider);
        var secrets = string.Join(' ', given.KeyHeaders.Values);
        foreach (
            var (body, status) in new[]
            {
                ($$"""{"message":"invalid key {{secrets}}"}""", 401),
                ($$"""{"status":"ERROR","error":"invalid key {{secrets}}"}""", 200),
                (secrets, 200),
            }
        )
        {
            await using var bench = await ProviderBench.StartAsync(Answers.Text(body, status: status));

            (await Should.ThrowAsync<FetchException>(() => AskAsync(given, bench))).ToString().ShouldNotContain(ProviderCase.Key);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_ReadsAllPages_AndASplitToldTwiceOnce(string provider)
    {
        var given = SplitCase.Named(provider);
        await using var bench = await ProviderBench.StartAsync("");
        bench.Server.Answer = context =>
            Answers.Text(bench.Server.Asked.Count is 1 ? given.Page(given.Good, "abc=", bench.Server.Url) : given.Good)(context);

        (await AskAsync(given, bench)).ShouldBe(Expected);

        bench.Server.Asked.ShouldBe([given.Path, given.NextPath]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetAsync_GivesUp_WhenThePagesNeverEnd(string provider)
    {
        var given = SplitCase.Named(provider);
        await using var bench = await ProviderBench.StartAsync("");
        bench.Server.Answer = context => Answers.Text(given.Page(given.Good, "abc=", bench.Server.Url))(context);

        (await Should.ThrowAsync<FetchException>(() => AskAsync(given, bench))).Fault.ShouldBe(FetchFault.Malformed);

        bench.Server.Asked.Count.ShouldBe(21);
    }

    [Theory]
    [InlineData("https://evil.example/v3/reference/splits?cursor=1")]
    [InlineData("http://127.0.0.1:1/v3/reference/splits?cursor=1")]
    [InlineData("//evil.example/v3")]
    [InlineData("/v3/reference/splits?cursor=1")]
    [InlineData("file:///etc/hostname")]
    public async Task GetAsync_AsksNobodyElse_WhenTheNextPageIsOnAnotherServer(string next)
    {
        var given = SplitCase.Named("massive");
        await using var bench = await ProviderBench.StartAsync($$"""{"results":[],"status":"OK","next_url":"{{next}}"}""");

        (await Should.ThrowAsync<FetchException>(() => AskAsync(given, bench))).Fault.ShouldBe(FetchFault.Forbidden);

        bench.Server.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("You've exceeded the maximum requests per minute", FetchFault.Busy)]
    [InlineData("You are not entitled to this data", FetchFault.Refused)]
    public async Task GetAsync_IsRefused_WhenMassiveSaysSoWith200(string reason, FetchFault fault)
    {
        await using var bench = await ProviderBench.StartAsync($$"""{"status":"ERROR","error":"{{reason}}"}""");

        (await Should.ThrowAsync<FetchException>(() => AskAsync(SplitCase.Named("massive"), bench))).Fault.ShouldBe(fault);
    }

    private static Task<IReadOnlyList<ShareSplit>> AskAsync(SplitCase given, ProviderBench bench) =>
        given.Create(bench.Fetcher, bench.Server.Url).GetAsync(From, To, Token);
}
