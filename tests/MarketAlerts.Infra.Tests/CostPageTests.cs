using System.Globalization;
using System.Reflection;
using MarketAlerts.Functions.Triggers;
using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.Infra.Tests;

/// <summary>docs/cost.md names what the parameter files switch on beside what it computes, in their sizes.</summary>
public sealed class CostPageTests
{
    private const double SecondsAMonth = 30 * 24 * 3600;
    private const double LogGigabyte = 2.99;

    private static readonly string Page = File.ReadAllText(Path.Combine(BicepTool.Root(), "docs", "cost.md"));

    [Fact]
    public void Logs_AreThoseOfTheParameterFiles()
    {
        Row("most logs a day")
            .ShouldContain(
                $"| {Cap(Deployment.Dev)} GB | {Cap(Deployment.Prod)} GB | at most "
                    + $"{Dollars(Cap(Deployment.Dev) * 30 * LogGigabyte)} in dev and {Dollars(Cap(Deployment.Prod) * 30 * LogGigabyte)} in prod"
            );
        Row("logs kept").ShouldContain($"| {Kept(Deployment.Dev)} days | {Kept(Deployment.Prod)} days |");
    }

    [Fact]
    public void Rules_AreCounted() =>
        Row("rules of alarms")
            .ShouldContain(
                $"| {Deployment.Dev.Of("Microsoft.Insights/scheduledQueryRules").Count()} on logs, every five minutes; "
                    + $"{Deployment.Dev.Of("Microsoft.Insights/metricAlerts").Count()} on a metric |"
            );

    [Fact]
    public void WarmInstances_AreThoseOfTheParameterFiles()
    {
        var idle =
            Deployment
                .Prod.Only("Microsoft.Web/sites")
                .SelectToken("$.properties.functionAppConfig.scaleAndConcurrency.instanceMemoryMB")!
                .ToObject<int>()
            / 1024d
            * SecondsAMonth
            * new Prices().FlexReadyGbSecond;

        var each = $"{Dollars(idle)} each, {Dollars(Warm(Deployment.Prod) * idle)} together";
        Row("instances kept warm").ShouldContain($"| {Warm(Deployment.Dev)} | {Warm(Deployment.Prod)} of 512 MB | {each}");
        Page.ShouldContain($"(`--always-ready {Warm(Deployment.Prod)}`)");
        Row("zones (`zoneRedundant`)")
            .ShouldContain(
                $"| no | yes | the platform then keeps two instances of each function warm, those with http together: "
                    + $"{ScaleGroups()} times two, {Dollars(2 * ScaleGroups() * idle)};"
            );
        (Zones(Deployment.Dev), Zones(Deployment.Prod)).ShouldBe((false, true));
    }

    [Fact]
    public void Storage_AndServiceBus_AreThoseOfTheParameterFiles()
    {
        Row("zones, of storage")
            .ShouldContain(
                $"| {Sku(Deployment.Dev, "Microsoft.Storage/storageAccounts")} | "
                    + $"{Sku(Deployment.Prod, "Microsoft.Storage/storageAccounts")} |"
            );
        Row("Service Bus |")
            .ShouldContain(
                $"| {Sku(Deployment.Dev, "Microsoft.ServiceBus/namespaces")} | {Sku(Deployment.Prod, "Microsoft.ServiceBus/namespaces")} |"
            );
    }

    private static string Row(string start) =>
        Page.Split('\n').Where(line => line.StartsWith($"| {start}", StringComparison.Ordinal)).ShouldHaveSingleItem();

    private static string Dollars(double amount) => amount.ToString("$0.00", CultureInfo.InvariantCulture);

    private static int Cap(Deployment deployment) =>
        (int)deployment.Only("Microsoft.OperationalInsights/workspaces").SelectToken("$.properties.workspaceCapping.dailyQuotaGb")!;

    private static int Kept(Deployment deployment) =>
        (int)deployment.Only("Microsoft.OperationalInsights/workspaces").SelectToken("$.properties.retentionInDays")!;

    private static int Warm(Deployment deployment) =>
        deployment
            .Only("Microsoft.Web/sites")
            .SelectTokens("$.properties.functionAppConfig.scaleAndConcurrency.alwaysReady[*].instanceCount")
            .Sum(count => (int)count);

    private static bool Zones(Deployment deployment) =>
        (bool)deployment.Only("Microsoft.Web/serverfarms").SelectToken("$.properties.zoneRedundant")!;

    private static string Sku(Deployment deployment, string type) => ((string)deployment.Only(type)["sku"]!["name"]!).Split('_')[^1];

    /// <summary>The functions of timers and queues scale each by itself, those with http together.</summary>
    private static int ScaleGroups()
    {
        var functions = typeof(Watchdog)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Watchdog).Namespace && type.IsPublic)
            .ToArray();
        return functions.Count(type =>
                !type.GetMethods()
                    .SelectMany(method => method.GetParameters())
                    .SelectMany(parameter => parameter.CustomAttributes)
                    .Any(IsHttp)
            ) + 1;
    }

    private static bool IsHttp(CustomAttributeData attribute) => attribute.AttributeType.Name is "HttpTriggerAttribute";
}
