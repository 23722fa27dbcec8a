using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>Who deploys may no more than that, who looks changes nothing, and whoever sends mail reads no key.</summary>
public sealed partial class AccessTests
{
    private const string Contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
    private const string RoleAdministrator = "f58310d9-a9f6-439a-9e8d-f62e7b41a168";
    private const string Reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
    private const string Deployer = "22222222-2222-2222-2222-222222222222";
    private const string Group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-marketalerts";
    private const string Looker = "33333333-3333-3333-3333-333333333333";

    public static TheoryData<string> Deployments => [.. Deployment.All.Select(deployment => deployment.Name)];

    /// <summary>A role that the condition lacks fails the deployment; one too many would let the identity raise itself.</summary>
    [Fact]
    public void Deployer_AssignsTheRolesOfTheTemplate_AndNoOthers()
    {
        var role = Assignments(Deployer).Single(role => RoleOf(role) is RoleAdministrator)["properties"]!;
        var condition = Condition().Match((string)role["condition"]!);
        var assigned = Deployment.Full.Of("Microsoft.Authorization/roleAssignments").Select(RoleOf).Distinct().ToArray();

        ((string?)role["conditionVersion"]).ShouldBe("2.0");
        condition.Success.ShouldBeTrue((string)role["condition"]!);
        condition.Groups["written"].Value.Split(", ").ShouldBe(assigned, ignoreOrder: true);
        condition.Groups["deleted"].Value.Split(", ").ShouldBe(assigned, ignoreOrder: true);
    }

    [Fact]
    public void Deployer_HasNothingElse() =>
        Assignments(Deployer).Select(RoleOf).ShouldBe([Contributor, RoleAdministrator], ignoreOrder: true);

    [Fact]
    public void Looker_ReadsAndAsks_AndChangesNothing()
    {
        var asks = Deployment.Access.Only("Microsoft.Authorization/roleDefinitions");

        Assignments(Looker).Select(RoleOf).ShouldBe([Reader, (string)asks["name"]!], ignoreOrder: true);
        Actions(asks).ShouldBe(["Microsoft.Resources/deployments/whatIf/action", "Microsoft.Resources/deployments/validate/action"]);
    }

    /// <summary>Every role of access.bicep is on the group in which it is deployed.</summary>
    [Fact]
    public void Access_EndsAtTheGroup() =>
        Deployment.Access.Resources.ShouldAllBe(resource =>
            ((string)resource["id"]!).StartsWith($"{Group}/providers/Microsoft.Authorization/", StringComparison.Ordinal)
        );

    /// <summary>The three that Microsoft names for mail. A wildcard would list the keys.</summary>
    [Theory]
    [MemberData(nameof(Deployments))]
    public void MailSender_SendsMail_AndReadsNoKey(string name)
    {
        var role = Deployment.All.Single(deployment => deployment.Name == name).Only("Microsoft.Authorization/roleDefinitions");

        const string Service = "Microsoft.Communication/CommunicationServices";
        Actions(role).ShouldBe([$"{Service}/Read", $"{Service}/Write", "Microsoft.Communication/EmailServices/Write"]);
        role.SelectTokens("$.properties.permissions[*].dataActions[*]").ShouldBeEmpty();
        ((string?)role.SelectTokens("$.properties.assignableScopes[*]").ShouldHaveSingleItem()).ShouldBe(Group);
    }

    /// <summary>The workflow's identity may define no role: with one it could make any of those that it may assign into Owner.</summary>
    [Fact]
    public async Task Roles_AreNotDefined_WhereTheWorkflowDeploys()
    {
        using var folder = new Testing.Azurite.TestFolder();
        var file = Path.Combine(folder.Path, "workflow.bicepparam");
        var template = Path.Combine(Path.GetRelativePath(folder.Path, BicepTool.Folder), "main.bicep");
        await File.WriteAllTextAsync(
            file,
            $"using '{template}'\nparam environmentName = 'test'\nparam opsEmail = 'ops@marketalerts.example'\nparam defineRoles = false\n",
            TestContext.Current.CancellationToken
        );

        var (exit, _, problems) = await BicepTool.SnapshotAsync(file, "overwrite");

        exit.ShouldBe(0, problems);
        var snapshot = JObject.Parse(await TextOfAsync(Path.ChangeExtension(file, "snapshot.json")));
        var types = snapshot.SelectTokens("$.predictedResources[*].type").Select(type => (string)type!).ToArray();
        types.ShouldContain("Microsoft.Authorization/roleAssignments");
        types.ShouldNotContain("Microsoft.Authorization/roleDefinitions");
        var workflow = await TextOfAsync(Path.Combine(BicepTool.Root(), ".github", "workflows", "deploy.yml"));
        workflow.ShouldContain("\n          DEFINE_ROLES: ${{ vars.DEFINE_ROLES || 'false' }}\n");
    }

    private static Task<string> TextOfAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

    private static IEnumerable<JObject> Assignments(string principal) =>
        Deployment
            .Access.Of("Microsoft.Authorization/roleAssignments")
            .Where(role => (string)role["properties"]!["principalId"]! == principal);

    private static string RoleOf(JObject assignment) => ((string)assignment["properties"]!["roleDefinitionId"]!).Split('/')[^1];

    private static IEnumerable<string> Actions(JObject role) =>
        role.SelectTokens("$.properties.permissions[*].actions[*]").Select(action => (string)action!);

    [GeneratedRegex(
        @"^\(\(!\(ActionMatches\{'Microsoft[.]Authorization/roleAssignments/write'\}\)\) OR "
            + @"\(@Request\[Microsoft[.]Authorization/roleAssignments:RoleDefinitionId\] "
            + @"ForAnyOfAnyValues:GuidEquals \{(?<written>[0-9a-f, -]+)\}\)\) AND "
            + @"\(\(!\(ActionMatches\{'Microsoft[.]Authorization/roleAssignments/delete'\}\)\) OR "
            + @"\(@Resource\[Microsoft[.]Authorization/roleAssignments:RoleDefinitionId\] "
            + @"ForAnyOfAnyValues:GuidEquals \{(?<deleted>[0-9a-f, -]+)\}\)\)$"
    )]
    private static partial Regex Condition();
}
