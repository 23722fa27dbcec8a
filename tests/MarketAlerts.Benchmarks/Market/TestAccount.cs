using Azure.Data.Tables;
using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.Market;

/// <summary>
/// The storage account of the benchmarks: an Azurite of their own, as the tests have it, since the tables' names are fixed.
/// </summary>
internal static class TestAccount
{
    private const string Variable = "MARKETALERTS_TEST_STORAGE";

    /// <summary>Its connection string.</summary>
    /// <exception cref="BenchmarkException">None was given.</exception>
    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : throw new BenchmarkException(
                $"This workload needs an Azurite that nobody else uses: run dotnet run dev.cs bench, or put its connection string "
                    + $"into {Variable}."
            );

    /// <summary>Its tables, with every request counted.</summary>
    public static TableServiceClient Tables(RequestCounter counter)
    {
        var options = new TableClientOptions();
        options.AddPolicy(counter, Azure.Core.HttpPipelinePosition.PerRetry);
        return new TableServiceClient(ConnectionString, options);
    }
}
