namespace MarketAlerts.Benchmarks.Harness;

/// <summary>One task that is measured.</summary>
internal interface IWorkload
{
    /// <summary>Its name on the command line and in the report.</summary>
    string Name { get; }

    /// <summary>One line for whoever reads the table.</summary>
    string Title { get; }

    /// <summary>Measures it.</summary>
    /// <exception cref="BenchmarkException">Answers differ, or something it needs is missing.</exception>
    Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken);
}
