using System.Diagnostics;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Infra.Tests;

/// <summary>Commands of the run books are run, with a made-up az and gh that write down what they are asked.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Readme = Document("README.md");

    /// <summary>The platform keeps what it read of the vault for a day, over restarts: whoever sets a secret has it read anew.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/operations.md")]
    [InlineData("azure.yaml")]
    public void Secrets_AreReadAnewOnceTheyAreSet(string document)
    {
        var text = Document(document);
        var set = text.IndexOf("az keyvault secret set --vault-name", StringComparison.Ordinal);

        set.ShouldBeGreaterThan(0);
        Refresh().IsMatch(text).ShouldBeTrue();
        text.LastIndexOf("refresh", StringComparison.Ordinal).ShouldBeGreaterThan(set);
        text.Split('\n')
            .Where(line => line.Contains("functionapp restart"))
            .Select(line => line.Split("functionapp restart")[0])
            .ShouldAllBe(before => before == "refresh && az " || before.StartsWith("| `app-silent` |", StringComparison.Ordinal));
    }

    /// <summary>Nothing restarts an app in order to have it read a secret.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("azure.yaml")]
    public void Deploying_NeedsNoRestart(string document) => Document(document).ShouldNotContain("functionapp restart");

    /// <summary>A repository made since July 2026 has ids in its subject, one made before has none: what GitHub says is trusted.</summary>
    [Theory]
    [InlineData("repo:me@1/alerts@2", "repo:me@1/alerts@2")]
    [InlineData("", "repo:me/alerts")]
    public async Task Identities_TrustTheSubjectThatTheRepositoryHas(string told, string prefix)
    {
        var asked = await RunAsync(Block("gh api repos/$REPO/actions/oidc/customization/sub "), told);

        var trusted = asked.Where(line => line.Contains("federated-credential create")).ToArray();
        trusted
            .Select(line => Subject().Match(line).Groups[1].Value)
            .ShouldBe([$"{prefix}:environment:dev", $"{prefix}:environment:prod", $"{prefix}:pull_request"]);
        trusted.Select(line => Identity().Match(line).Groups[1].Value).ShouldBe(["id-deploy-dev", "id-deploy-prod", "id-what-if"]);
        Readme.ShouldNotContain("--subject repo:");
    }

    /// <summary>The identity of an environment is given its own group, and what-if looks at dev.</summary>
    [Fact]
    public async Task Identities_AreGivenTheirOwnGroupAlone()
    {
        var asked = await RunAsync(Block("--template-file infra/access.bicep"), "");

        asked
            .Where(line => line.StartsWith("az deployment group create", StringComparison.Ordinal))
            .ShouldBe([
                "az deployment group create --resource-group rg-marketalerts --name access --template-file infra/access.bicep "
                    + "--parameters deployPrincipalId=principalId-of-id-deploy-dev whatIfPrincipalId=principalId-of-id-what-if",
                "az deployment group create --resource-group rg-marketalerts-prod --name access --template-file infra/access.bicep "
                    + "--parameters deployPrincipalId=principalId-of-id-deploy-prod",
            ]);
        Readme.ShouldNotContain("az role assignment create");
    }

    [Fact]
    public async Task Environments_AreEnteredByMainAlone_AndProdByAReviewer()
    {
        var asked = await RunAsync("REPO=me/alerts\n" + Block("branches="), "");

        var (dev, prod) = (Body("dev"), Body("prod"));
        foreach (var environment in (JObject[])[dev, prod])
        {
            ((bool?)environment.SelectToken("deployment_branch_policy.custom_branch_policies")).ShouldBe(true);
            ((bool?)environment.SelectToken("deployment_branch_policy.protected_branches")).ShouldBe(false);
        }

        dev["reviewers"].ShouldBeNull();
        ((string?)prod.SelectToken("reviewers[0].type"), (int?)prod.SelectToken("reviewers[0].id")).ShouldBe(("User", 7));
        foreach (var name in (string[])["dev", "prod"])
        {
            var policies = $"repos/me/alerts/environments/{name}/deployment-branch-policies";
            asked.ShouldContain($"gh api --method POST {policies} --raw-field name=main --raw-field type=branch");
            asked.ShouldContain($"gh variable set AZURE_CLIENT_ID --env {name} --body clientId-of-id-deploy-{name}");
        }

        asked.ShouldContain("gh variable set AZURE_WHATIF_CLIENT_ID --body clientId-of-id-what-if");
        asked[^1].ShouldBe("gh api repos/me/alerts/environments/prod --jq [.protection_rules[].type]");

        JObject Body(string name)
        {
            var put = $"gh api --method PUT repos/me/alerts/environments/{name} --input - ";
            return JObject.Parse(asked.Where(line => line.StartsWith(put, StringComparison.Ordinal)).ShouldHaveSingleItem()[put.Length..]);
        }
    }

    /// <summary>Without protection whoever may push would hold prod: rights are given after it was looked at.</summary>
    [Fact]
    public void Environments_AreProtected_BeforeRightsAreGiven() =>
        Readme
            .IndexOf("[.protection_rules[].type]", StringComparison.Ordinal)
            .ShouldBeInRange(1, Readme.IndexOf("--template-file infra/access.bicep", StringComparison.Ordinal));

    /// <summary>What is run for prod must not reach the group of dev.</summary>
    [Fact]
    public void Deploying_AsksTheGroupThatIsSet()
    {
        var lines = Readme.Split('\n').SkipWhile(line => line != "## Deploy").TakeWhile(line => line != "### From GitHub").ToArray();

        lines
            .Where(line => line.Contains("rg-marketalerts"))
            .ShouldBe(["GROUP=rg-marketalerts", "GROUP=rg-marketalerts-prod   # show, refresh and domain ask this group from here on"]);
        lines.Where(line => line.StartsWith("export ", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains("$("));
    }

    /// <summary>The lines between fences that hold a text.</summary>
    private static string Block(string holding) =>
        Fenced().Matches(Readme).Select(match => match.Groups[1].Value).Where(text => text.Contains(holding)).ShouldHaveSingleItem();

    private static string Document(string path) => File.ReadAllText(Path.Combine(BicepTool.Root(), path));

    private static async Task<string[]> RunAsync(string commands, string prefix)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh.");
        using var folder = new Testing.Azurite.TestFolder();
        var log = Path.Combine(folder.Path, "asked");
        await ProgramAsync(
            folder.Path,
            "az",
            $"""
            echo "az $*" >> "{log}"
            case "$*" in *"identity show"*) shift 5; name=$1; shift; echo "$2-of-$name" ;; esac
            """
        );
        await ProgramAsync(
            folder.Path,
            "gh",
            $$"""
            case "$*" in *"--input -") body=" $(cat)" ;; *) body= ;; esac
            echo "gh $*$body" >> "{{log}}"
            case "$*" in
              "repo view"*) echo me/alerts ;;
              *"--jq .sub_claim_prefix"*) echo "{{prefix}}" ;;
              "api user"*) echo 7 ;;
            esac
            """
        );

        var start = new ProcessStartInfo("sh", ["-euc", commands]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var problems = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await problems);
        return await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
    }

    private static async Task ProgramAsync(string folder, string name, string body)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, $"#!/bin/sh\n{body}\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    [GeneratedRegex("az rest --method post --url \"\\$.*/config/configreferences/appsettings/refresh[?]api-version=2022-03-01\"")]
    private static partial Regex Refresh();

    [GeneratedRegex("--subject ([^ ]+)")]
    private static partial Regex Subject();

    [GeneratedRegex("--identity-name ([^ ]+)")]
    private static partial Regex Identity();

    [GeneratedRegex("(?m)^```[a-z]*\n((?:(?!```).*\n)+)```$")]
    private static partial Regex Fenced();
}
