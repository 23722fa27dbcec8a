using System.Text.RegularExpressions;

namespace MarketAlerts.Infra.Tests;

/// <summary>The workflow deploys in the order of the run book, asks for what it can see, and runs only code that stays the same.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(BicepTool.Root(), ".github", "workflows");
    private static readonly string Ci = File.ReadAllText(Path.Combine(Folder, "ci.yml"));
    private static readonly string Guide = File.ReadAllText(Path.Combine(BicepTool.Root(), "docs", "deployment.md"));

    /// <summary>The condition of a job is looked at before its environment is entered: that has no variables yet.</summary>
    [Fact]
    public void Conditions_AskForVariablesOfTheRepositoryAlone()
    {
        var asked = Condition().Matches(Ci).SelectMany(condition => Variables(condition.Value)).Distinct().ToArray();

        asked.ShouldBe(["AZURE_WHATIF_CLIENT_ID", "DEPLOY_DEV", "DEPLOY_PROD"], ignoreOrder: true);
        asked.ShouldAllBe(name => Listed("repository").Contains($"`{name}`"));
    }

    /// <summary>Who clones this without Azure has green pull requests.</summary>
    [Fact]
    public void Everything_ThatSignsInToAzure_IsLeftOutWithoutIt()
    {
        var jobs = Job().Split(Ci).Where(job => job.Contains("id-token: write", StringComparison.Ordinal)).ToArray();

        jobs.Length.ShouldBe(3);
        jobs.ShouldAllBe(job => Condition().IsMatch(job));
        jobs.Select(job => Variables(Condition().Match(job).Value)[0]).ShouldBe(["AZURE_WHATIF_CLIENT_ID", "DEPLOY_DEV", "DEPLOY_DEV"]);
    }

    [Fact]
    public void Prod_ComesAfterDev()
    {
        Job()
            .Split(Ci)
            .ShouldContain(job =>
                job.Contains("needs: [deploy-dev]", StringComparison.Ordinal) && job.Contains("environment: prod", StringComparison.Ordinal)
            );
        Job()
            .Split(Ci)
            .ShouldContain(job =>
                job.Contains("needs: [test, publish]", StringComparison.Ordinal)
                && job.Contains("environment: dev", StringComparison.Ordinal)
            );
    }

    /// <summary>A branch is whoever's may push one: its what-if has neither the environment nor the identity that deploys.</summary>
    [Fact]
    public void WhatIf_HasAnIdentityOfItsOwn_WhichOnlyReads()
    {
        var job = Job().Split(Ci).Single(job => job.StartsWith("what-if:", StringComparison.Ordinal));

        job.ShouldNotContain("environment:");
        Variables(job).Distinct().ShouldAllBe(name => Listed("repository").Contains($"`{name}`"));
        Variables(job).ShouldNotContain("AZURE_CLIENT_ID");
        job.ShouldContain("client-id: ${{ vars.AZURE_WHATIF_CLIENT_ID }}");
        job.ShouldContain("--validation-level ProviderNoRbac");
        job.ShouldContain("DEFINE_ROLES: 'false'");
    }

    /// <summary>Were it a variable of the repository, an environment that has none would deploy by the identity of another.</summary>
    [Fact]
    public void Deployer_IsAVariableOfTheEnvironment()
    {
        File.ReadAllText(Path.Combine(Folder, "deploy.yml")).ShouldContain("client-id: ${{ vars.AZURE_CLIENT_ID }}");
        Listed("environments").ShouldContain("`AZURE_CLIENT_ID`");
        Listed("repository").ShouldNotContain("`AZURE_CLIENT_ID`");
    }

    /// <summary>A tag can be moved to other code; a commit cannot. Dependabot brings newer ones and keeps the comment right.</summary>
    [Fact]
    public void Actions_ArePinnedToACommit_AndKeptUpToDate()
    {
        var used = Directory
            .GetFiles(Folder)
            .SelectMany(file => Use().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(action => !action.StartsWith("./", StringComparison.Ordinal))
            .ToArray();

        used.Length.ShouldBeGreaterThan(10);
        used.Where(action => !Pinned().IsMatch(action)).ShouldBeEmpty();
        used.GroupBy(action => action.Split('@')[0], action => action.Split('@')[1]).ShouldAllBe(action => action.Distinct().Count() == 1);
        File.ReadAllText(Path.Combine(BicepTool.Root(), ".github", "dependabot.yml")).ShouldContain("package-ecosystem: github-actions");
    }

    [Fact]
    public void CodeQl_LooksAtTheWorkflowsToo() =>
        File.ReadAllText(Path.Combine(Folder, "codeql.yml")).ShouldContain("          - language: actions\n            build-mode: none\n");

    /// <summary>Stand-ins are for a laptop: what is published takes the packages, by default.</summary>
    [Fact]
    public void Publishing_NeedsNoSwitch()
    {
        string[] documents = ["docs/deployment.md", "docs/operations.md"];

        foreach (var text in documents.Select(document => File.ReadAllText(Path.Combine(BicepTool.Root(), document))))
        {
            var published = Publish().Matches(text).Select(match => match.Value).ToArray();
            published.ShouldNotBeEmpty();
            published.Distinct().ShouldBe(["dotnet publish functions/MarketAlerts.Functions --configuration Release --output app"]);
        }

        // The workflow says nothing more of how, but that the packages are those of the lock.
        Publish()
            .Matches(Ci)
            .ShouldHaveSingleItem()
            .Value.ShouldBe(
                "dotnet publish functions/MarketAlerts.Functions --configuration Release --output app -p:Locked=true "
                    + "-p:RestoreLockedMode=\"$locked\""
            );
    }

    private static string Listed(string whose) =>
        Guide
            .Split('\n')
            .Where(line => line.StartsWith($"- **Variables of the {whose}**", StringComparison.Ordinal))
            .ShouldHaveSingleItem();

    private static string[] Variables(string text) => [.. Variable().Matches(text).Select(variable => variable.Groups[1].Value)];

    [GeneratedRegex("(?m)^    if: (?:>-\n(?:      .*\n)+|.*)")]
    private static partial Regex Condition();

    [GeneratedRegex("vars[.]([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex("(?m)^  (?=[a-z-]+:$)")]
    private static partial Regex Job();

    [GeneratedRegex("(?m)^ *(?:- )?uses: (.*)$")]
    private static partial Regex Use();

    [GeneratedRegex("^[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$")]
    private static partial Regex Pinned();

    [GeneratedRegex("dotnet publish .*")]
    private static partial Regex Publish();
}
