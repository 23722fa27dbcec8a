using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Messages;
using MarketAlerts.Functions;
using MarketAlerts.LocalHost.Pumps;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>
/// What the code uses is deployed, and what is deployed is used: queues, tables, settings, events and functions, by name.
/// </summary>
public sealed partial class ConsistencyTests
{
    /// <summary>Where deploying is told.</summary>
    private const string Guide = "docs/deployment.md";

    private static readonly Assembly[] Ours = [typeof(QueueNames).Assembly, typeof(TableSet).Assembly, typeof(ServiceBusOptions).Assembly];

    /// <summary>Settings that the Functions host and the Azure libraries read themselves.</summary>
    private static readonly string[] OfTheHost =
    [
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__clientId",
        "AZURE_CLIENT_ID",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "ServiceBus__credential",
        "ServiceBus__clientId",
    ];

    private static readonly string[] OfTheLaptop = ["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"];

    private static readonly string[] AlarmRules = ["Microsoft.Insights/scheduledQueryRules", "Microsoft.Insights/metricAlerts"];

    private static readonly TimeSpan MostOfTheEmulator = TimeSpan.FromMinutes(5);

    [Fact]
    public void Queues_AreThoseOfTheCode()
    {
        foreach (var deployment in Deployment.All)
        {
            deployment.NamesOf("Microsoft.ServiceBus/namespaces/queues").ShouldBe(QueueNames.All, ignoreOrder: true);
            deployment
                .Of("Microsoft.ServiceBus/namespaces/queues")
                .ShouldAllBe(queue => (int)queue["properties"]!["maxDeliveryCount"]! == MessageHandler.MostDeliveries);
            deployment
                .Of("Microsoft.ServiceBus/namespaces/queues")
                .ShouldAllBe(queue =>
                    (bool)queue["properties"]!["requiresDuplicateDetection"]!
                    && (bool)queue["properties"]!["deadLetteringOnMessageExpiration"]!
                );
        }
    }

    [Fact]
    public void Queues_OfTheEmulator_AreThoseOfTheCode()
    {
        var emulated = JObject
            .Parse(File.ReadAllText(Path.Combine(BicepTool.Folder, "emulator", "Config.json")))
            .SelectTokens("$.UserConfig.Namespaces[0].Queues[*]")
            .ToArray();

        emulated.Select(queue => (string)queue["Name"]!).ShouldBe(QueueNames.All);
        emulated.ShouldAllBe(queue =>
            (int)queue["Properties"]!["MaxDeliveryCount"]! == MessageHandler.MostDeliveries
            && (bool)queue["Properties"]!["RequiresDuplicateDetection"]!
        );
    }

    /// <summary>The emulator takes no more than five minutes; the page about it says so.</summary>
    [Fact]
    public void Queues_OfTheEmulator_RememberDuplicatesAsLongAsItCan()
    {
        var deployed = Deployment
            .Dev.Of("Microsoft.ServiceBus/namespaces/queues")
            .Select(queue => XmlConvert.ToTimeSpan((string)queue["properties"]!["duplicateDetectionHistoryTimeWindow"]!))
            .Distinct()
            .ShouldHaveSingleItem();
        var emulated = JObject
            .Parse(Document(Path.Combine("infra", "emulator", "Config.json")))
            .SelectTokens("$..DuplicateDetectionHistoryTimeWindow")
            .Select(window => XmlConvert.ToTimeSpan((string)window!))
            .Distinct()
            .ShouldHaveSingleItem();

        emulated.ShouldBe(deployed < MostOfTheEmulator ? deployed : MostOfTheEmulator);
        Document(Guide).ShouldContain("the emulator remembers duplicates for 5 minutes, Azure for 10");
    }

    [Fact]
    public void MailSink_OfTheEmulator_ListensWhereTheSampleSends()
    {
        var settings = JObject.Parse(Document("local.settings.sample.json"))["Values"]!;

        Document(Path.Combine("infra", "emulator", "compose.yaml"))
            .ShouldContain($"- {settings["Email__Smtp__Host"]}:{settings["Email__Smtp__Port"]}:1025\n");
    }

    /// <summary>The host passes requests on to the worker, and its own loggers write down where to, tokens and all.</summary>
    [Fact]
    public void HostLogs_TellNoAddresses()
    {
        var levels = JObject
            .Parse(Document(Path.Combine("functions", "MarketAlerts.Functions", "host.json")))
            .SelectToken("$.logging.logLevel")!;

        foreach (var category in new[] { "Azure.Core", "Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Yarp" })
        {
            ((string?)levels[category]).ShouldBe("Warning", category);
        }
    }

    [Fact]
    public void Tables_AreThoseOfTheCode()
    {
        var used = typeof(TableSet)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(Task<TableClient>))
            .Select(property => property.Name);

        foreach (var deployment in Deployment.All)
        {
            deployment.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables").ShouldBe(used, ignoreOrder: true);
        }
    }

    [Fact]
    public void Documents_NameEveryQueueAndTable()
    {
        var (settings, architecture) = (Document(Path.Combine("docs", "configuration.md")), Document("ARCHITECTURE.md"));

        QueueNames
            .All.Where(queue =>
                !settings.Contains($"| `{queue}` |", StringComparison.Ordinal)
                || !architecture.Contains($"| `{queue}` |", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
        Deployment
            .Dev.NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables")
            .Where(table => !architecture.Contains($"| {table} |", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Settings_AreThoseOfTheCode()
    {
        var known = Options().ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var deployment in Deployment.All)
        {
            deployment.Settings.Keys.Except(OfTheHost).Where(setting => !known.Contains(ListNumber().Replace(setting, ""))).ShouldBeEmpty();
        }

        LaptopSettings()
            .Except(OfTheLaptop)
            .Where(setting => !known.Contains(setting) && !setting.StartsWith("ChannelSecrets__", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    /// <summary>Without these the app does not start, whatever else is set.</summary>
    [Fact]
    public void Settings_HoldAllThatAzureNeeds()
    {
        foreach (var deployment in Deployment.All)
        {
            OfTheHost
                .Concat([
                    "ServiceBus__fullyQualifiedNamespace",
                    "Storage__TableServiceUri",
                    "Links__BaseUrl",
                    "Links__SigningKey",
                    "Email__Provider",
                    "Email__Acs__Endpoint",
                    "Email__From",
                ])
                .Except(deployment.Settings.Keys)
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Alarms_AreOnEventsThatTheCodeLogs()
    {
        var logged = Logged().Select(logged => logged.Name).ToHashSet();

        AlarmedEvents().ShouldNotBeEmpty();
        AlarmedEvents().Where(name => !logged.Contains(name)).ShouldBeEmpty();
    }

    /// <summary>A record with an exception lies in another table, and is ingested some minutes after it was written.</summary>
    [Fact]
    public void Alarms_OnEvents_SeeWhatComesLateAndWhatCarriesAnException()
    {
        foreach (var rule in EventRules())
        {
            Query(rule).ShouldStartWith("union traces, exceptions | ");
            (
                XmlConvert.ToTimeSpan((string)rule["properties"]!["windowSize"]!)
                >= 3 * XmlConvert.ToTimeSpan((string)rule["properties"]!["evaluationFrequency"]!)
            ).ShouldBeTrue((string)rule["name"]!);
        }
    }

    /// <summary>
    /// An event says that something is wrong, not when it is over: only a rule that also sees the end may resolve by itself. Azure refuses
    /// a rule that does both.
    /// </summary>
    [Fact]
    public void Alarms_ThatResolveByThemselves_SeeTheEnd()
    {
        foreach (var rule in EventRules())
        {
            var resolves = (bool)rule["properties"]!["autoMitigate"]!;
            resolves.ShouldBe(Query(rule).Contains("arg_max(", StringComparison.Ordinal), (string)rule["name"]!);
            (rule["properties"]!["muteActionsDuration"] is null).ShouldBe(resolves, (string)rule["name"]!);
        }
    }

    [Fact]
    public void Alarms_ThatResolveByThemselves_AreNamedToOps()
    {
        var guide = Document(Path.Combine("docs", "operations.md")).Split('\n');

        foreach (var rule in AlarmRules.SelectMany(Deployment.Dev.Of))
        {
            var row = guide
                .Where(line => line.StartsWith($"| `{AlarmName().Replace((string)rule["name"]!, "")}` |", StringComparison.Ordinal))
                .ShouldHaveSingleItem();
            row.Split('|')[^2].Trim().ShouldBe((bool?)rule["properties"]!["autoMitigate"] is false ? "no" : "yes", row);
        }
    }

    /// <summary>What a run book takes of a deployment is an output of it.</summary>
    [Fact]
    public void ResourceProviders_ToRegister_AreInTheGuide()
    {
        var listed = RegisteredProviders().Match(Document(Guide)).Groups[1].Value.Split(' ');
        var used = Deployment
            .All.SelectMany(deployment => deployment.Resources)
            .Select(resource => ((string)resource["type"]!).Split('/')[0]["Microsoft.".Length..])
            .Distinct();

        // Roles need no provider; a delegated subnet of the app needs Microsoft.App.
        listed.ShouldBe(used.Except(["Authorization"]).Append("App"), ignoreOrder: true);
    }

    /// <summary>What an earlier publish left in the folder would be deployed, too.</summary>
    [Theory]
    [InlineData("docs/deployment.md")]
    [InlineData("docs/operations.md")]
    public void App_IsPublishedIntoAnEmptyFolder(string document)
    {
        Document(document).ShouldContain("rm -rf app app.zip\ndotnet publish ");
        Document(".gitignore").Split('\n').ShouldContain("/app/");
        Document(".gitignore").Split('\n').ShouldContain("/app.zip");
    }

    [Theory]
    [InlineData("docs/deployment.md")]
    [InlineData("docs/operations.md")]
    [InlineData("azure.yaml")]
    [InlineData(".github/workflows/deploy.yml")]
    public void Outputs_ThatAreAskedFor_Exist(string document)
    {
        var template = Document(Path.Combine("infra", "main.bicep"));
        var asked = AskedOutput()
            .Matches(Document(document))
            .Select(match => match.Groups.Values.Skip(1).Single(group => group.Success).Value)
            .ToArray();

        asked.ShouldNotBeEmpty();
        asked.Where(name => !template.Contains($"\noutput {name} string", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void EnvironmentVariables_OfTheParameterFiles_AreInTheGuideAndGivenByTheWorkflow()
    {
        var (guide, workflow) = (Document(Guide), Document(Path.Combine(".github", "workflows", "deploy.yml")));
        var read = ((string[])["dev", "prod"])
            .SelectMany(name => EnvironmentVariable().Matches(File.ReadAllText(BicepTool.FileOf(name, "bicepparam"))))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToArray();

        read.ShouldContain("OPS_EMAIL");
        read.Where(name =>
                !guide.Contains($"`{name}`", StringComparison.Ordinal)
                || !workflow.Contains($"{name}: ${{{{ vars.{name}", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Events_AreExplainedToOps()
    {
        var guide = Document(Path.Combine("docs", "operations.md"));

        Logged()
            .Where(logged =>
                !guide.Contains($"`{logged.Name}`", StringComparison.Ordinal)
                || !guide.Contains(logged.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Alarms_AreExplainedToOps()
    {
        var guide = Document(Path.Combine("docs", "operations.md"));

        foreach (var alarm in AlarmRules.SelectMany(Deployment.Dev.NamesOf).Select(name => AlarmName().Replace(name, "")))
        {
            guide.ShouldContain($"`{alarm}`");
        }
    }

    [Fact]
    public void Functions_ThatTheTemplatesName_Exist()
    {
        var functions = typeof(ServiceBusOptions)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == "MarketAlerts.Functions.Triggers")
            .Select(type => type.Name)
            .ToArray();

        foreach (var deployment in Deployment.All)
        {
            var warm = deployment
                .Only("Microsoft.Web/sites")
                .SelectTokens("$.properties.functionAppConfig.scaleAndConcurrency.alwaysReady[*].name")
                .Select(name => (string)name!)
                .Except(["http"])
                .Select(name => name["function:".Length..]);
            var listened = deployment
                .Of("Microsoft.Insights/scheduledQueryRules")
                .Where(rule => ((string)rule["name"]!).EndsWith("-app-silent", StringComparison.Ordinal))
                .SelectMany(rule => ListenedFunction().Matches(Query(rule)));
            warm.Concat(listened.Select(match => match.Groups[1].Value).Distinct()).Except(functions).ShouldBeEmpty();
            listened.ShouldNotBeEmpty();
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

    private static IEnumerable<string> AlarmedEvents() =>
        EventRules().SelectMany(rule => EventName().Matches(Query(rule))).Select(match => match.Groups[1].Value);

    /// <summary>The rules on events that the app logs: all but the one on its silence.</summary>
    private static IEnumerable<JObject> EventRules() =>
        Deployment
            .Dev.Of("Microsoft.Insights/scheduledQueryRules")
            .Where(rule => !((string)rule["name"]!).EndsWith("-app-silent", StringComparison.Ordinal));

    private static string Query(JObject rule) => (string)rule.SelectToken("$.properties.criteria.allOf[0].query")!;

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

    [GeneratedRegex("'Functions[.]([A-Za-z]+)'")]
    private static partial Regex ListenedFunction();

    [GeneratedRegex("for p in ([A-Za-z ]+); do az provider register")]
    private static partial Regex RegisteredProviders();

    [GeneratedRegex("readEnvironmentVariable[(]'([A-Z_]+)'")]
    private static partial Regex EnvironmentVariable();

    [GeneratedRegex(
        "[$][(]show ([A-Za-z]+)[)]|outputs[.]([a-z][A-Za-z]+)[.]value|vault-name [\"]?[$](?:env:)?([a-z][A-Za-z]+)|name "
            + "[$]env:(functionAppName)"
    )]
    private static partial Regex AskedOutput();

    [GeneratedRegex("__[0-9]+$")]
    private static partial Regex ListNumber();

    [GeneratedRegex("^alert-marketalerts-dev-[a-z0-9]+-")]
    private static partial Regex AlarmName();
}
