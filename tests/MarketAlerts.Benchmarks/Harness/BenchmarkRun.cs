using Azure;

namespace MarketAlerts.Benchmarks.Harness;

/// <summary>
/// One run of the program, from the command line to its exit code: 0 done, 1 wrong answers or a missed goal, 2 a wrong command line.
/// </summary>
internal static class BenchmarkRun
{
    /// <summary>Runs what was asked for.</summary>
    public static async Task<int> RunAsync(string[] words, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var line = CommandLine.Read(words, [.. Workloads.All.Select(workload => workload.Name)]);
            var rows = await MeasureAsync(line, new Progress(output), output, cancellationToken);
            if (line.Report is { } file)
            {
                await File.WriteAllTextAsync(file, Report.Of(rows, Machine.This()), cancellationToken);
            }

            var missed = Goals.Tell(rows, output);
            return line.Check && missed > 0 ? 1 : 0;
        }
        catch (Exception error) when (error is ArgumentException or BenchmarkException)
        {
            await errors.WriteLineAsync(error.Message);
            return error is ArgumentException ? 2 : 1;
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException { InnerException: RequestFailedException })
        {
            await errors.WriteLineAsync($"The storage account did not do its part: {error.GetBaseException().Message}");
            return 1;
        }
    }

    private static async Task<List<Row>> MeasureAsync(
        CommandLine line,
        Progress progress,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<Row>();
        foreach (
            var workload in Workloads.All.Where(one =>
                line.Only.Count is 0 || line.Only.Contains(one.Name, StringComparer.OrdinalIgnoreCase)
            )
        )
        {
            await output.WriteLineAsync($"{workload.Name}: {workload.Title}");
            var measured = await workload.RunAsync(progress, cancellationToken);
            await output.WriteLineAsync(RowTable.Of(measured));
            rows.AddRange(measured);
        }

        return rows;
    }
}
