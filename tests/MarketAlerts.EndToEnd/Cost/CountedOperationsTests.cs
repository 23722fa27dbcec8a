using MarketAlerts.EndToEnd.Running;
using MarketAlerts.LocalHost.Commands.Cost;
using MarketAlerts.LocalHost.Commands.Cost.Counting;
using MarketAlerts.Testing;

namespace MarketAlerts.EndToEnd.Cost;

/// <summary>What <c>dev.cs cost</c> computes with is what the pipeline asks of a real Azurite.</summary>
public sealed class CountedOperationsTests
{
    private const double Tolerance = 0.25;

    private static readonly HashSet<string> Nearly =
    [
        nameof(Operations.Flush),
        nameof(Operations.BytesAMail),
        nameof(Operations.BytesASubscriber),
        nameof(Operations.BytesAPage),
        nameof(Operations.Watchdog),
    ];

    [Fact]
    public async Task Count_GivesTheOperationsOfTheCostCommand_WhenTheDayIsReplayed()
    {
        var azurite = await Azurite.OpenAsync(TestContext.Current.CancellationToken);
        var meter = new OperationMeter([
            $"--Storage:ConnectionString={azurite.ConnectionString}",
            "--Links:BaseUrl=http://127.0.0.1:0",
            $"--Links:SigningKey={TestKeys.Signing}",
        ]);

        var counted = await meter.CountAsync(TestContext.Current.CancellationToken);

        foreach (var property in typeof(Operations).GetProperties().Where(property => property.PropertyType == typeof(double)))
        {
            var (now, kept) = ((double)property.GetValue(counted)!, (double)property.GetValue(Operations.BuiltIn)!);
            var said = $"{property.Name}: count again with dotnet run dev.cs cost --measure and keep it in Commands/Cost/operations.json.";
            now.ShouldBe(kept, Nearly.Contains(property.Name) ? kept * Tolerance : 1e-9, said);
        }
    }
}
