using System.Text.RegularExpressions;

namespace MarketAlerts.Infra.Tests;

/// <summary>An app with a stand-in in it is not published by mistake.</summary>
public sealed partial class PublishTests
{
    [Fact]
    public async Task Publish_IsRefusedInOneSentence_WhenTheTriggerIsAStandIn()
    {
        var (exit, said) = await DotNet.RunAsync(
            BicepTool.Root(),
            "publish",
            "functions/MarketAlerts.Functions",
            "--configuration",
            "Release",
            "--no-restore",
            "--nologo",
            "-v:q",
            "-p:ServiceBusTrigger=standin"
        );

        exit.ShouldNotBe(0);
        Errors()
            .Matches(said)
            .Select(error => error.Groups[1].Value)
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe(
                "This build has a stand-in for the Service Bus trigger and would get no message in Azure: publish from a feed that has "
                    + "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus, after deleting service-bus-trigger.props and "
                    + "unsetting the environment variable ServiceBusTrigger."
            );
    }

    [GeneratedRegex("error : (.*?)( \\[.*)?(?=\r?\n|$)")]
    private static partial Regex Errors();
}
