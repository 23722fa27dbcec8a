using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>W2: which of 1,000,000 levels one poll of 10,000 symbols crosses.</summary>
internal sealed class MatchingWorkload : IWorkload
{
    public string Name => "W2";

    public string Title => "one poll of 10,000 symbols, 12 values each, against 1,000,000 rules";

    public Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        var book = RuleRegistration.Make(progress);
        return Task.FromResult<IReadOnlyList<Row>>([
            .. Race(book, Minute.Calm(book), "calm", progress),
            .. Race(book, Minute.Crash(book), "crash", progress),
        ]);
    }

    private IReadOnlyList<Row> Race(RuleRegistration book, Minute minute, string what, Progress progress)
    {
        var bound = new NearestLevels(book, minute);
        progress.Step("W2: loading the rules into SQLite");
        using var sqlite = new SqliteRules(book, minute);
        var rows = new Race(Name, $"us/{what} poll", 1e6, progress).Run([
            new OurMatching(book, minute),
            bound,
            new NearestLevels(book, minute, inLanes: true),
            new SearchAlways(book, minute),
            new LinqRules(book, minute),
            sqlite,
        ]);
        progress.Say($"W2: the {what} poll crosses {bound.Crossed} of {book.Levels.Length} levels");
        return rows;
    }
}
