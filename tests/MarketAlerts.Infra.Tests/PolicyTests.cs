using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>What ops ask of every deployment, on the resources as they are evaluated.</summary>
public sealed class PolicyTests
{
    private static readonly string[] Secretive =
    [
        "listkeys",
        "accountkey=",
        "sharedaccesskey",
        "instrumentationkey=",
        "password=",
        "primarykey",
        "secondarykey",
    ];

    private static readonly string[] SecretEndings = ["Key", "Keys", "Secret", "Password"];

    /// <summary>What a resource needs no tags for: it belongs to another one, or has none.</summary>
    private static readonly string[] Untagged =
    [
        "Microsoft.Authorization/roleAssignments",
        "Microsoft.Authorization/roleDefinitions",
        "Microsoft.Insights/diagnosticSettings",
    ];

    /// <summary>What writes logs or metrics that ops look at.</summary>
    private static readonly string[] Diagnosed =
    [
        "Microsoft.ServiceBus/namespaces",
        "Microsoft.KeyVault/vaults",
        "Microsoft.Communication/communicationServices",
        "Microsoft.Web/sites",
        "Microsoft.Storage/storageAccounts/tableServices",
    ];

    /// <summary>What the app may, beside sending mail.</summary>
    private static readonly Dictionary<string, string> RolesOfTheApp = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    /// <summary>What an operator may: people and rules, dead letters, secrets, beside a test mail. Nobody else has anything.</summary>
    private static readonly Dictionary<string, string> RolesOfTheOperator = new()
    {
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
    };

    /// <summary>Logs that hold addresses of recipients.</summary>
    private static readonly string[] Personal = ["EmailStatusUpdateOperational", "EmailUserEngagementOperational"];

    public static TheoryData<string> Deployments => [.. Deployment.All.Select(deployment => deployment.Name)];

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NoSecret_StandsInASettingOrOutput(string name)
    {
        foreach (var (key, value) in Of(name).Settings)
        {
            Secretive.ShouldAllBe(word => !value.Contains(word, StringComparison.OrdinalIgnoreCase), key);
            SecretEndings
                .Any(ending => key.EndsWith(ending, StringComparison.Ordinal))
                .ShouldBe(value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal), key);
        }

        Secretive.ShouldAllBe(word => !Of(name).Outputs.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Without the slash at its end a reference is not read again when the secret changes.</summary>
    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryReferenceToASecret_EndsWithASlash(string name)
    {
        var references = Of(name)
            .Settings.Values.Where(value => value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal))
            .ToArray();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(reference => reference.Contains("SecretUri={0}{1}/)", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NobodySignsInWithAKey(string name)
    {
        Property(name, "Microsoft.Storage/storageAccounts", "allowSharedKeyAccess").ShouldBe(false);
        Property(name, "Microsoft.ServiceBus/namespaces", "disableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.Insights/components", "DisableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.OperationalInsights/workspaces", "features.disableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.Communication/communicationServices", "disableLocalAuth").ShouldBe(true);
        Property(name, "Microsoft.KeyVault/vaults", "enableRbacAuthorization").ShouldBe(true);
        Of(name)
            .Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Select(policy => (bool)policy["properties"]!["allow"]!)
            .ShouldBe([false, false]);
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
        Of(name)
            .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
            .ShouldAllBe(container => (string)container["properties"]!["publicAccess"]! == "None");
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryRole_IsOneOfThoseThatAreNeeded(string name)
    {
        var byOperator = Of(name)
            .Of("Microsoft.Authorization/roleAssignments")
            .ToLookup(
                role => Guid.TryParse((string)role["properties"]!["principalId"]!, out _),
                role => ((string)role["properties"]!["roleDefinitionId"]!).Split('/')[^1]
            );

        var mailSender = (string)Of(name).Only("Microsoft.Authorization/roleDefinitions")["name"]!;
        byOperator[false].ShouldBe([.. RolesOfTheApp.Keys, mailSender], ignoreOrder: true);
        byOperator[true].ShouldBe(name is "full" ? [.. RolesOfTheOperator.Keys, mailSender] : [], ignoreOrder: true);
    }

    /// <summary>An instance that starts years after the last deployment starts from the same blob.</summary>
    [Theory]
    [MemberData(nameof(Deployments))]
    public void NothingRemovesTheDeployedApp(string name)
    {
        var rules = Of(name)
            .Of("Microsoft.Storage/storageAccounts/managementPolicies")
            .SelectMany(policy => policy.SelectTokens("$.properties.policy.rules[*]"))
            .ToArray();

        rules.ShouldNotBeEmpty();
        rules.ShouldAllBe(rule => rule.SelectToken("$.definition.actions.baseBlob") == null);
        Property(name, "Microsoft.Storage/storageAccounts/blobServices", "isVersioningEnabled").ShouldBe(true);
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void NoLog_HoldsAddresses(string name)
    {
        var categories = Of(name)
            .Of("Microsoft.Insights/diagnosticSettings")
            .SelectMany(setting => setting.SelectTokens("$.properties.logs[*].category"))
            .Select(category => (string)category!)
            .ToArray();

        categories.ShouldContain("EmailSendMailOperational");
        categories.Intersect(Personal).ShouldBeEmpty();
        Of(name)
            .Of("Microsoft.Insights/diagnosticSettings")
            .SelectMany(setting => setting.SelectTokens("$.properties.logs[*].categoryGroup"))
            .ShouldBeEmpty("a group holds every category");
    }

    /// <summary>The domain that Azure gives has one sender, and never takes more than 5 mails a minute and 10 an hour.</summary>
    [Fact]
    public void Mail_WithoutADomainOfOnesOwn_HasItsSenderAndItsQuota()
    {
        Deployment.Dev.Settings["Email__From"].ShouldContain("DoNotReply@");
        (Deployment.Dev.Settings["Email__Acs__PerMinute"], Deployment.Dev.Settings["Email__Acs__PerHour"]).ShouldBe(("5", "10"));
        (Deployment.Prod.Settings["Email__Acs__PerMinute"], Deployment.Prod.Settings["Email__Acs__PerHour"]).ShouldBe(("30", "100"));
        Deployment.Prod.Settings["Email__From"].ShouldBe("alerts@marketalerts.example");
    }

    [Fact]
    public void Mail_DomainsOfOnesOwn_StayLinked()
    {
        var linked = Deployment
            .Full.Only("Microsoft.Communication/communicationServices")
            .SelectTokens("$.properties.linkedDomains[*]")
            .Select(domain => ((string)domain!).Split('/')[^1]);

        linked.ShouldBe(["AzureManagedDomain", "marketalerts.example"]);
    }

    /// <summary>Storage, Service Bus and vault have no way in but the endpoints, each with the zone by which the app finds it.</summary>
    [Fact]
    public void PrivateNetworking_LeavesNoPublicWay()
    {
        foreach (
            var type in (string[])["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults"]
        )
        {
            Property("full", type, "publicNetworkAccess").ShouldBe("Disabled", type);
        }

        var connections = Deployment
            .Full.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.SelectToken("$.properties.privateLinkServiceConnections[0].properties")!);
        connections
            .Select(connection => ((string)connection["groupIds"]![0]!, ((string)connection["privateLinkServiceId"]!).Split('/')[^2]))
            .ShouldBe(
                [("blob", "storageAccounts"), ("table", "storageAccounts"), ("namespace", "namespaces"), ("vault", "vaults")],
                ignoreOrder: true
            );

        string[] zones =
        [
            "privatelink.blob.",
            "privatelink.table.",
            "privatelink.servicebus.windows.net",
            "privatelink.vaultcore.azure.net",
        ];
        foreach (var zone in zones)
        {
            Deployment.Full.Of("Microsoft.Network/privateDnsZones").ShouldContain(resource => ((string)resource["name"]!).Contains(zone));
            Deployment
                .Full.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks")
                .ShouldContain(resource => ((string)resource["name"]!).Contains(zone));
            Deployment
                .Full.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
                .ShouldContain(resource => resource["properties"]!.ToString().Contains(zone));
        }

        (
            (string?)
                Deployment
                    .Full.Only("Microsoft.Network/virtualNetworks")
                    .SelectToken("$.properties.subnets[0].properties.delegations[0].properties.serviceName")
        ).ShouldBe("Microsoft.App/environments");
        ((string?)Deployment.Full.Only("Microsoft.Web/sites")["properties"]!["virtualNetworkSubnetId"]).ShouldEndWith("/subnets/app");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void WithoutPrivateNetworking_ThereIsNoNetwork(string name) =>
        Of(name).Resources.ShouldAllBe(resource => !((string)resource["type"]!).StartsWith("Microsoft.Network/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryRole_IsOnOneResourceAndSaysWhy(string name)
    {
        foreach (var role in Of(name).Of("Microsoft.Authorization/roleAssignments"))
        {
            ((string?)role["properties"]!["description"]).ShouldNotBeNullOrEmpty();
            ((string)role["id"]!)
                .Split("/providers/Microsoft.Authorization/roleAssignments/")[0]
                .ShouldContain("/providers/", customMessage: "a role on the whole resource group is too much");
        }
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EverythingThatLogs_LogsToTheWorkspace(string name)
    {
        var settings = Of(name)
            .Of("Microsoft.Insights/diagnosticSettings")
            .Select(setting => ((string)setting["id"]!).Split("/providers/Microsoft.Insights/diagnosticSettings")[0])
            .ToArray();

        foreach (var resource in Diagnosed.SelectMany(type => Of(name).Of(type)))
        {
            settings.ShouldContain((string)resource["id"]!);
        }
    }

    [Theory]
    [MemberData(nameof(Deployments))]
    public void EveryResource_SaysWhoseItIs(string name)
    {
        foreach (
            var resource in Of(name)
                .Resources.Where(resource =>
                    !Untagged.Contains((string)resource["type"]!) && ((string)resource["type"]!).Count(sign => sign is '/') is 1
                )
        )
        {
            ((string?)resource["tags"]?["product"]).ShouldBe("MarketAlerts", (string)resource["id"]!);
        }
    }

    [Fact]
    public void Prod_SurvivesTheLossOfAZone()
    {
        ((string)Deployment.Prod.Only("Microsoft.Storage/storageAccounts")["sku"]!["name"]!).ShouldBe("Standard_ZRS");
        Property("prod", "Microsoft.Web/serverfarms", "zoneRedundant").ShouldBe(true);
        Property("prod", "Microsoft.KeyVault/vaults", "enablePurgeProtection").ShouldBe(true);
    }

    private static Deployment Of(string name) => Deployment.All.Single(deployment => deployment.Name == name);

    private static object? Property(string name, string type, string path) =>
        ((JValue?)Of(name).Only(type)["properties"]!.SelectToken(path))?.Value;
}
