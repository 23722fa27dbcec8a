using System.Text.RegularExpressions;

namespace MarketAlerts.Infra.Tests;

/// <summary>The workflow deploys in the order that the run book tells, and asks for what it can see.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string Ci = File.ReadAllText(Path.Combine(BicepTool.Root(), ".github", "workflows", "ci.yml"));
    private static readonly string Readme = File.ReadAllText(Path.Combine(BicepTool.Root(), "README.md"));

    /// <summary>The condition of a job is looked at before its environment is entered: variables of the environment are empty there.</summary>
    [Fact]
    public void Conditions_AskForVariablesOfTheRepositoryAlone()
    {
        var listed = Readme.Split('\n').Where(line => line.StartsWith("- **Variables of the repository**", StringComparison.Ordinal)).ShouldHaveSingleItem();
        var asked = Condition().Matches(Ci).SelectMany(condition => Variable().Matches(condition.Value)).Select(variable => variable.Groups[1].Value).Distinct().ToArray();

        asked.ShouldBe(["AZURE_CLIENT_ID", "DEPLOY_PROD"], ignoreOrder: true);
        asked.ShouldAllBe(name => listed.Contains($"`{name}`"));
    }

    /// <summary>Who clones this without Azure has green pull requests.</summary>
    [Fact]
    public void Everything_ThatSignsInToAzure_IsLeftOutWithoutIt()
    {
        var jobs = Job().Split(Ci).Where(job => job.Contains("id-token: write", StringComparison.Ordinal)).ToArray();

        jobs.Length.ShouldBe(3);
        jobs.ShouldAllBe(job => Condition().IsMatch(job) && Condition().Match(job).Value.Contains("vars.AZURE_CLIENT_ID != ''"));
    }

    [Fact]
    public void Prod_ComesAfterDev()
    {
        Job().Split(Ci).ShouldContain(job => job.Contains("needs: [deploy-dev]", StringComparison.Ordinal) && job.Contains("environment: prod", StringComparison.Ordinal));
        Job().Split(Ci).ShouldContain(job => job.Contains("needs: [test, publish]", StringComparison.Ordinal) && job.Contains("environment: dev", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?m)^    if: (?:>-\n(?:      .*\n)+|.*)")]
    private static partial Regex Condition();

    [GeneratedRegex("vars[.]([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex("(?m)^  (?=[a-z-]+:$)")]
    private static partial Regex Job();
}
