namespace MarketAlerts.Benchmarks.Harness;

/// <summary>What was asked for.</summary>
/// <param name="Only">The workloads to run, or empty for all.</param>
/// <param name="Report">The file for the figures, or null.</param>
/// <param name="Check">Whether a missed goal is a failure.</param>
internal sealed record CommandLine(IReadOnlyList<string> Only, string? Report, bool Check)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ArgumentException">It asks for something that there is not.</exception>
    public static CommandLine Read(IReadOnlyList<string> words, IReadOnlyList<string> workloads)
    {
        var line = new CommandLine([], null, false);
        for (var index = 0; index < words.Count; index++)
        {
            line = words[index] switch
            {
                "--check" => line with { Check = true },
                "--only" => line with { Only = NamesIn(ValueAt(words, ++index), workloads) },
                "--report" => line with { Report = Path.GetFullPath(ValueAt(words, ++index)) },
                var other => throw new ArgumentException($"'{other}' is not one of --only W1,W2, --report FILE and --check."),
            };
        }

        return line;
    }

    private static string ValueAt(IReadOnlyList<string> words, int index) =>
        index < words.Count ? words[index] : throw new ArgumentException($"{words[index - 1]} needs a value.");

    private static string[] NamesIn(string value, IReadOnlyList<string> workloads)
    {
        var names = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.FirstOrDefault(name => !workloads.Contains(name, StringComparer.OrdinalIgnoreCase));
        return unknown is null
            ? names
            : throw new ArgumentException($"There is no workload '{unknown}': the workloads are {string.Join(", ", workloads)}.");
    }
}
