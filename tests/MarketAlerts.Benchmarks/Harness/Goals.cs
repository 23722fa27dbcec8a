using System.Globalization;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>All goals, one line each. They are ratios, which hold on any machine.</summary>
internal static class Goals
{
    private static readonly Goal[] All =
    [
        new("W0 <= 3 x bound", "W0", "ms/10k quotes", "bound", 3),
        new("W0 >= 8 x faster than Newtonsoft.Json", "W0", "ms/10k quotes", "Newtonsoft.Json", 1 / 8.0),
        new("W1 <= 3 x bound", "W1", "us/poll", "bound", 3),
        new("W1 >= 50 x faster than System.Reactive", "W1", "us/poll", "System.Reactive", 1 / 50.0),
        new("W2 calm minute <= 2 x bound", "W2", "us/calm poll", "bound", 2),
        new("W2 crash minute <= 2 x bound", "W2", "us/crash poll", "bound", 2),
        new("W2 >= 90 x faster than SQLite", "W2", "us/calm poll", "SQLite", 1 / 90.0),
        new("W5 >= 100 x fewer requests than a row a symbol", "W5", "requests/calm poll", "a row a symbol, one", 1 / 100.0),
    ];

    /// <summary>Tells which goals of the measured workloads are met; returns how many are not.</summary>
    public static int Tell(IReadOnlyList<Row> rows, TextWriter output)
    {
        var missed = 0;
        foreach (var goal in All.Where(goal => rows.Any(row => row.Workload == goal.Workload)))
        {
            var spent = goal.Spent(rows);
            missed += spent <= 1 ? 0 : 1;
            output.WriteLine($"{(spent <= 1 ? "met   " : "MISSED")} {goal.Name}{Detail(spent)}");
        }

        return missed;
    }

    private static string Detail(double? spent) => spent is null
        ? ": one of the two figures is missing"
        : string.Create(CultureInfo.InvariantCulture, $" ({spent.Value:P0} of what it allows)");
}
