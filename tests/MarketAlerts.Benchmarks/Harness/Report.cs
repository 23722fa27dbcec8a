using Newtonsoft.Json;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>The figures as JSON, for whoever compares runs.</summary>
internal static class Report
{
    /// <summary>The report.</summary>
    public static string Of(IEnumerable<Row> rows, Machine machine) =>
        JsonConvert.SerializeObject(
            new
            {
                rows = rows.Select(row => new
                {
                    workload = row.Workload,
                    contender = row.Contender,
                    median = row.Median,
                    min = row.Min,
                    unit = row.Unit,
                }),
                machine = new
                {
                    cpu = machine.Cpu,
                    cores = machine.Cores,
                    memoryGigabytes = machine.MemoryGigabytes,
                    os = machine.Os,
                    runtime = machine.Runtime,
                    vectorBits = machine.VectorBits,
                },
            },
            Formatting.Indented
        ) + "\n";
}
