using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>What ops ask of every deployment, on the resources as they are evaluated.</summary>
public sealed class PolicyTests
{
    private static readonly string[] Secretive = ["listkeys", "accountkey=", "sharedaccesskey", "instrumentationkey=", "password=", "primarykey", "secondarykey"];

    /// <summary>What a resource needs no tags for: it belongs to another one, or has none.</summary>
    private static readonly string[] Untagged = ["Microsoft.Authorization/roleAssignments", "Microsoft.Insights/diagnosticSettings"];

    /// <summary>What writes logs or metrics that ops look at.</summary>
    private static readonly string[] Diagnosed =
        ["Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults", "Microsoft.Communication/communicationServices", "Microsoft.Web/sites", "Microsoft.Storage/storageAccounts/tableServices"];

    /// <summary>Who may what: the app, and with an operator the same for what they bring in. Nobody has more.</summary>
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["09976791-48a7-449e-bb21-39d1a415f350"] = "Communication and Email Service Owner",
    };

    public static TheoryData<string> Deployments => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NoSecret_StandsInASettingOrOutput(string name)
    {
        foreach (var (key, value) in Of(name).Settings)
        {
            Secretive.ShouldAllBe(word => !value.Contains(word, StringComparison.OrdinalIgnoreCase), key);
            (key.EndsWith("Key", StringComparison.Ordinal) || key.EndsWith("Secret", StringComparison.Ordinal) || key.EndsWith("Password", StringComparison.Ordinal))
                .ShouldBe(value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal), key);
        }

        Secretive.ShouldAllBe(word => !OutputsOf(name).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NobodySignsInWithAKey(string name)
    {
        Property(name, "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess").ShouldBe(false);
        Property(name, "Microsoft.ServiceBus/namespaces", "disableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.Insights/components", "DisableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.KeyVault/vaults", "enableRbacAuthorization").ShouldBe(true);
        Of(name).Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => (bool)policy["properties"]!["allow"]!).ShouldBe([false, false]);
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NothingIsPublicOrInTheClear(string name)
    {
        Property(name, "Microsoft.Storage/storageAccounts", "allowBlobPublicAccess").ShouldBe(false);
        Property(name, "Microsoft.Storage/storageAccounts", "supportsHttpsTrafficOnly").ShouldBe(true);
        Property(name, "Microsoft.Storage/storageAccounts", "minimumTlsVersion").ShouldBe("TLS1_2");
        Property(name, "Microsoft.ServiceBus/namespaces", "minimumTlsVersion").ShouldBe("1.2");
        Property(name, "Microsoft.Web/sites", "httpsOnly").ShouldBe(true);
        Property(name, "Microsoft.Web/sites", "siteConfig.minTlsVersion").ShouldBe("1.2");
        Property(name, "Microsoft.Web/sites", "siteConfig.ftpsState").ShouldBe("Disabled");
        Of(name).Of("Microsoft.Storage/storageAccounts/blobServices/containers").ShouldAllBe(container => (string)container["properties"]!["publicAccess"]! == "None");
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryRole_IsOneOfThoseThatAreNeeded(string name)
    {
        var assigned = Of(name).Of("Microsoft.Authorization/roleAssignments").Select(role => ((string)role["properties"]!["roleDefinitionId"]!).Split('/')[^1]);

        assigned.ShouldBe(Roles.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryRole_IsOnOneResourceAndSaysWhy(string name)
    {
        foreach (var role in Of(name).Of("Microsoft.Authorization/roleAssignments"))
        {
            ((string?)role["properties"]!["description"]).ShouldNotBeNullOrEmpty();
            ((string)role["id"]!).Split("/providers/Microsoft.Authorization/roleAssignments/")[0].ShouldContain("/providers/", customMessage: "a role on the whole resource group is too much");
        }
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EverythingThatLogs_LogsToTheWorkspace(string name)
    {
        var settings = Of(name).Of("Microsoft.Insights/diagnosticSettings").Select(setting => ((string)setting["id"]!).Split("/providers/Microsoft.Insights/diagnosticSettings")[0]).ToArray();

        foreach (var resource in Diagnosed.SelectMany(type => Of(name).Of(type)))
        {
            settings.ShouldContain((string)resource["id"]!);
        }
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryResource_SaysWhoseItIs(string name)
    {
        foreach (var resource in Of(name).Resources.Where(resource => !Untagged.Contains((string)resource["type"]!) && ((string)resource["type"]!).Count(sign => sign is '/') is 1))
        {
            ((string?)resource["tags"]?["product"]).ShouldBe("MarketAlerts", (string)resource["id"]!);
        }
    }

    [Fact]
    public void Prod_SurvivesTheLossOfAZone()
    {
        ((string)Deployment.Prod.Only("Microsoft.Storage/storageAccounts")["sku"]!["name"]!).ShouldBe("Standard_ZRS");
        Property("prod", "Microsoft.ServiceBus/namespaces", "zoneRedundant").ShouldBe(true);
        Property("prod", "Microsoft.Web/serverfarms", "zoneRedundant").ShouldBe(true);
        Property("prod", "Microsoft.KeyVault/vaults", "enablePurgeProtection").ShouldBe(true);
    }

    private static Deployment Of(string name) => name is "dev" ? Deployment.Dev : Deployment.Prod;

    private static object? Property(string name, string type, string path) => ((JValue?)Of(name).Only(type)["properties"]!.SelectToken(path))?.Value;

    private static string OutputsOf(string name) => JObject.Parse(File.ReadAllText(Path.Combine(BicepTool.Folder, $"{name}.snapshot.json")))["outputs"]?.ToString() ?? "";
}
