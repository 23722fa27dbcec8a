using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions;
using MarketAlerts.LocalHost.Pumps;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>What the code uses is deployed, and what is deployed is used: queues, tables, settings, events and functions, by name.</summary>
public sealed partial class ConsistencyTests
{
    private static readonly Assembly[] Ours = [typeof(QueueNames).Assembly, typeof(TableSet).Assembly, typeof(ServiceBusOptions).Assembly];

    /// <summary>Settings that the Functions host and the Azure libraries read themselves.</summary>
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AZURE_CLIENT_ID",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ServiceBus__credential", "ServiceBus__clientId",
    ];

    private static readonly string[] OfTheLaptop = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    [Fact]
    public void Queues_AreThoseOfTheCode()
    {
        foreach (var deployment in Deployment.All)
        {
            deployment.NamesOf("Microsoft.ServiceBus/namespaces/queues").ShouldBe(QueueNames.All, ignoreOrder: true);
            deployment.Of("Microsoft.ServiceBus/namespaces/queues").ShouldAllBe(queue => (int)queue["properties"]!["maxDeliveryCount"]! == MessageHandler.MostDeliveries);
            deployment.Of("Microsoft.ServiceBus/namespaces/queues").ShouldAllBe(queue => (bool)queue["properties"]!["requiresDuplicateDetection"]! && (bool)queue["properties"]!["deadLetteringOnMessageExpiration"]!);
        }
    }

    [Fact]
    public void Queues_OfTheEmulator_AreThoseOfTheCode()
    {
        var emulated = JObject.Parse(File.ReadAllText(Path.Combine(BicepTool.Folder, "emulator", "Config.json"))).SelectTokens("$.UserConfig.Namespaces[0].Queues[*]").ToArray();

        emulated.Select(queue => (string)queue["Name"]!).ShouldBe(QueueNames.All);
        emulated.ShouldAllBe(queue => (int)queue["Properties"]!["MaxDeliveryCount"]! == MessageHandler.MostDeliveries && (bool)queue["Properties"]!["RequiresDuplicateDetection"]!);
    }

    [Fact]
    public void Tables_AreThoseOfTheCode()
    {
        var used = typeof(TableSet).GetProperties().Where(property => property.PropertyType == typeof(Task<TableClient>)).Select(property => property.Name);

        foreach (var deployment in Deployment.All)
        {
            deployment.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables").ShouldBe(used, ignoreOrder: true);
        }
    }

    [Fact]
    public void Documents_NameEveryQueueAndTable()
    {
        var (readme, architecture) = (Document("README.md"), Document("ARCHITECTURE.md"));

        QueueNames.All.Where(queue => !readme.Contains(queue, StringComparison.Ordinal)).ShouldBeEmpty();
        Deployment.Dev.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables").Where(table => !architecture.Contains($"| {table} |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Settings_AreThoseOfTheCode()
    {
        var known = Options().ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var deployment in Deployment.All)
        {
            deployment.Settings.Keys.Except(OfTheHost).Where(setting => !known.Contains(ListNumber().Replace(setting, ""))).ShouldBeEmpty();
        }

        LaptopSettings().Except(OfTheLaptop).Where(setting => !known.Contains(setting) && !setting.StartsWith("ChannelSecrets__", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Without these the app does not start, whatever else is set.</summary>
    [Fact]
    public void Settings_HoldAllThatAzureNeeds()
    {
        foreach (var deployment in Deployment.All)
        {
            OfTheHost.Concat(["ServiceBus__fullyQualifiedNamespace", "Storage__TableServiceUri", "Links__BaseUrl", "Links__SigningKey", "Email__Provider", "Email__Acs__Endpoint", "Email__From"])
                .Except(deployment.Settings.Keys).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Alarms_AreOnEventsThatTheCodeLogs()
    {
        var logged = Logged().Select(logged => logged.Name).ToHashSet();

        AlarmedEvents().ShouldNotBeEmpty();
        AlarmedEvents().Where(name => !logged.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Events_AreExplainedToOps()
    {
        var guide = Document(Path.Combine("docs", "operations.md"));

        Logged().Where(logged => !guide.Contains($"`{logged.Name}`", StringComparison.Ordinal) || !guide.Contains(logged.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Alarms_AreExplainedToOps()
    {
        var guide = Document(Path.Combine("docs", "operations.md"));

        string[] rules = ["Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts"];
        foreach (var alarm in rules.SelectMany(Deployment.Dev.NamesOf).Select(name => AlarmName().Replace(name, "")))
        {
            guide.ShouldContain($"`{alarm}`");
        }
    }

    [Fact]
    public void Functions_ThatTheTemplatesName_Exist()
    {
        var functions = typeof(ServiceBusOptions).Assembly.GetTypes().Where(type => type.Namespace == "MarketAlerts.Functions.Triggers").Select(type => type.Name).ToArray();

        foreach (var deployment in Deployment.All)
        {
            var warm = deployment.Only("Microsoft.Web/sites").SelectTokens("$.properties.functionAppConfig.scaleAndConcurrency.alwaysReady[*].name").Select(name => ((string)name!).Split(':')[^1]);
            warm.Append("Watchdog").Except(functions).ShouldBeEmpty();
        }
    }

    /// <summary>The events with a number.</summary>
    private static IEnumerable<(int Id, string Name)> Logged() =>
        from type in Ours.SelectMany(assembly => assembly.GetTypes())
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let logged = method.GetCustomAttribute<LoggerMessageAttribute>()
        where logged is { EventId: > 0 }
        select (logged.EventId, logged.EventName ?? method.Name);

    private static string Document(string path) => File.ReadAllText(Path.Combine(BicepTool.Root(), path));

    private static IEnumerable<string> AlarmedEvents() => Deployment.Dev.Of("Microsoft.Insights/scheduledQueryRules")
        .SelectMany(rule => EventName().Matches((string)rule.SelectToken("$.properties.criteria.allOf[0].query")!).Where(_ => ((string)rule["name"]!).Contains("silent", StringComparison.Ordinal) is false))
        .Select(match => match.Groups[1].Value);

    private static IEnumerable<string> LaptopSettings() =>
        ((JObject)JObject.Parse(Document("local.settings.sample.json"))["Values"]!).Properties().Select(setting => setting.Name);

    /// <summary>Each setting of each options class, as an environment variable.</summary>
    private static IEnumerable<string> Options() =>
        from type in Ours.SelectMany(assembly => assembly.GetTypes())
        let section = type.GetField("Section")?.GetValue(null) as string
        where section is not null
        from property in type.GetProperties()
        select $"{section}:{property.Name}".Replace(":", "__", StringComparison.Ordinal);

    [GeneratedRegex("\"([A-Za-z]+)\"")]
    private static partial Regex EventName();

    [GeneratedRegex("__[0-9]+$")]
    private static partial Regex ListNumber();

    [GeneratedRegex("^alert-marketalerts-dev-[a-z0-9]+-")]
    private static partial Regex AlarmName();
}
