using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using MarketAlerts.Adapters.Tables;

namespace MarketAlerts.Testing.Azurite;

/// <summary>The storage account of the tests. All share it: each test works with names of its own.</summary>
public static class TestStorage
{
    private const string Variable = "MARKETALERTS_TEST_STORAGE";
    private static int _last;

    /// <summary>Its connection string.</summary>
    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : "UseDevelopmentStorage=true";

    /// <summary>Its queues, with messages encoded as the host does.</summary>
    public static QueueServiceClient Queues() => new(ConnectionString);

    /// <summary>Its tables.</summary>
    public static TableServiceClient Tables() => new(ConnectionString);

    /// <summary>The tables of the product.</summary>
    public static TableSet TableSet() => new(Tables());

    /// <summary>What to put before the names of tables that no other test has, for what reads or removes all there is.</summary>
    public static string OwnPrefix() => "t" + Unique("").Replace("-", "", StringComparison.Ordinal);

    /// <summary>A name that no other test has: letters, digits and dashes.</summary>
    public static string Unique(string prefix) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}-{Environment.ProcessId:x}-{Stopwatch.GetTimestamp() & 0xffffffffff:x}-{Interlocked.Increment(ref _last)}"
        );
}
