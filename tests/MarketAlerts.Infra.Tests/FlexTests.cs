using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>The app is described as a Flex Consumption plan wants it, and is warm where a reader waits.</summary>
public sealed class FlexTests
{
    /// <summary>
    /// What the plan does not know, and regions that look refuse:
    /// https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations
    /// </summary>
    private static readonly string[] DeprecatedProperties =
    [
        "alwaysOn",
        "containerSize",
        "ftpsState",
        "isReserved",
        "isXenon",
        "javaVersion",
        "linuxFxVersion",
        "netFrameworkVersion",
        "powerShellVersion",
        "functionAppScaleLimit",
        "preWarmedInstanceCount",
        "minimumElasticInstanceCount",
        "use32BitWorkerProcess",
        "vnetBackupRestoreEnabled",
        "vnetContentShareEnabled",
        "vnetImagePullEnabled",
        "vnetRouteAllEnabled",
        "windowsFxVersion",
    ];

    private static readonly string[] DeprecatedSettings =
    [
        "ENABLE_ORYX_BUILD",
        "FUNCTIONS_EXTENSION_VERSION",
        "FUNCTIONS_WORKER_RUNTIME",
        "FUNCTIONS_WORKER_RUNTIME_VERSION",
        "FUNCTIONS_MAX_HTTP_CONCURRENCY",
        "FUNCTIONS_WORKER_PROCESS_COUNT",
        "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTOVERVNET",
        "WEBSITE_CONTENTSHARE",
        "WEBSITE_DNS_SERVER",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
        "WEBSITE_NODE_DEFAULT_VERSION",
        "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION",
        "WEBSITE_VNET_ROUTE_ALL",
    ];

    public static TheoryData<string> Deployments => [.. Deployment.All.Select(deployment => deployment.Name)];

    [Theory]
    [MemberData(nameof(Deployments))]
    public void App_HasNothingThatThePlanDeprecates(string name)
    {
        var site = (JObject)Of(name).Only("Microsoft.Web/sites")["properties"]!;
        var set = site.Properties().Concat(((JObject)site["siteConfig"]!).Properties()).Select(property => property.Name).ToArray();

        set.ShouldContain("minTlsVersion");
        set.Intersect(DeprecatedProperties, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
        Of(name).Settings.Keys.Intersect(DeprecatedSettings, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public void Prod_IsWarmFromTheQuoteToTheMail_AndForThePages()
    {
        Warm(Deployment.Prod).ShouldBe([("http", 1), ("function:ReadQuotes", 1), ("function:RouteEvents", 1), ("function:Notify", 1)]);
        Warm(Deployment.Dev).ShouldBeEmpty();
    }

    /// <summary>Without a number the platform takes one by the memory of the instance, which another memory would change.</summary>
    [Theory]
    [MemberData(nameof(Deployments))]
    public void Pages_AreAnsweredAsManyAtATime_AsMessagesOfAQueue(string name)
    {
        var host = JObject.Parse(File.ReadAllText(Path.Combine(BicepTool.Root(), "functions", "MarketAlerts.Functions", "host.json")));

        var messages = (int)host.SelectToken("extensions.serviceBus.maxConcurrentCalls")!;
        ((int?)Scale(Of(name)).SelectToken("triggers.http.perInstanceConcurrency")).ShouldBe(messages);
    }

    private static (string Name, int Count)[] Warm(Deployment deployment) =>
        [.. Scale(deployment)["alwaysReady"]!.Select(warm => ((string)warm["name"]!, (int)warm["instanceCount"]!))];

    private static JToken Scale(Deployment deployment) =>
        deployment.Only("Microsoft.Web/sites").SelectToken("$.properties.functionAppConfig.scaleAndConcurrency")!;

    private static Deployment Of(string name) => Deployment.All.Single(deployment => deployment.Name == name);
}
