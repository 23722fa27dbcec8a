using System.Globalization;
using MarketAlerts.Benchmarks.W4;
using MarketAlerts.Benchmarks.W4e;
using MarketAlerts.Benchmarks.W4h;
using MarketAlerts.Benchmarks.W6;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>
/// All goals, one line each. Ratios hold on any machine; figures that stand for themselves are those of a small one (two cores).
/// </summary>
internal static class Goals
{
    private static readonly Goal[] All =
    [
        new("W0 <= 5 x bound", "W0", "ms/10k quotes", "bound", 5),
        new("W0 >= 3.5 x faster than Newtonsoft.Json", "W0", "ms/10k quotes", "Newtonsoft.Json", 1 / 3.5),
        new("W1 <= 5 x bound", "W1", "us/poll", "bound", 5),
        new("W1 <= 1 ms", "W1", "us/poll", null, 1_000),
        new("W1 >= 10 x faster than RulesEngine", "W1", "us/poll", "Microsoft RulesEngine", 1 / 10.0),
        new("W1 >= 10 x faster than System.Reactive", "W1", "us/poll", "System.Reactive", 1 / 10.0),
        new("W1 >= 10 x faster than SQLite", "W1", "us/poll", "SQLite", 1 / 10.0),
        new("W2 calm minute <= 2 x bound", "W2", "us/calm poll", "bound", 2),
        new("W2 crash minute <= 3 ms", "W2", "us/crash poll", null, 3_000),
        new("W2 >= 50 x faster than LINQ", "W2", "us/calm poll", "LINQ", 1 / 50.0),
        new("W2 >= 50 x faster than SQLite", "W2", "us/calm poll", "SQLite", 1 / 50.0),
        new("W3 <= 2 x bound", "W3", "us/article", "bound", 2),
        new("W3 >= 3 x faster than SearchValues", "W3", "us/article", "SearchValues", 1 / 3.0),
        new("W4 <= 1.5 x bare MailKit", "W4", DeliveryWorkload.BesideBound, null, 1.5),
        new("W4 <= 1.1 x bare MailKit when replies take 10 ms", "W4", DeliveryWorkload.BesideBoundFar, null, 1.1),
        new("W4 >= 1.5 x as fast as Alertmanager", "W4", DeliveryWorkload.BesideAlertmanager, null, 1 / 1.5) { NeedsInstalled = true },
        new("W4e: the last of 10,000 readers within 60 s of the group wait", "W4e", CrowdWorkload.LastAccepted, null, 60_000),
        new("W4h: detected, routed and filed within 30 s", "W4h", HerdWorkload.UntilFiled, null, 30_000),
        new("W5 <= 70 requests a calm poll", "W5", "requests/calm poll", null, 70),
        new("W5 <= 100 requests when every page crosses", "W5", "requests/crash poll", null, 100),
        new("W6: all functions loaded within 1 s", "W6", StartWorkload.UntilLoaded, null, 1_000),
        new("W6: at most half of the smallest instance, 244 MiB, after a poll of 10,000 symbols", "W6", StartWorkload.Memory, null, 244),
        new("Sources: Massive polled within 10 s", "Sources", "ms/Massive poll", null, 10_000),
        new("Sources: Alpaca polled within 10 s", "Sources", "ms/Alpaca poll", null, 10_000),
        new("Sources: Tiingo polled within 10 s", "Sources", "ms/Tiingo poll", null, 10_000),
        new("Memory <= 660 bytes a symbol", "Memory", "bytes/symbol stored", null, 660),
        new("Memory <= 16 bytes a level", "Memory", "bytes/level in memory", null, 16),
        new("Memory: 1,000,000 levels ready in 0.5 s", "Memory", "ms/1,000,000 levels ready", null, 500),
        new("Memory: a poll allocates less than 4 bytes a quote", "Memory", "bytes allocated/quote", null, 4),
    ];

    /// <summary>Tells which goals of the measured workloads are met; returns how many are not.</summary>
    public static int Tell(IReadOnlyList<Row> rows, TextWriter output)
    {
        var missed = 0;
        foreach (var goal in All.Where(goal => rows.Any(row => row.Workload == goal.Workload)))
        {
            var spent = goal.Spent(rows);
            if (spent is null && goal.NeedsInstalled)
            {
                output.WriteLine($"left out {goal.Name}: the other is not installed");
                continue;
            }

            missed += spent <= 1 ? 0 : 1;
            output.WriteLine($"{(spent <= 1 ? "met   " : "MISSED")} {goal.Name}{Detail(spent)}");
        }

        return missed;
    }

    private static string Detail(double? spent) =>
        spent is null
            ? ": one of the two figures is missing"
            : string.Create(CultureInfo.InvariantCulture, $" ({spent.Value:P0} of what it allows)");
}
