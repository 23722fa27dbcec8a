using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

public sealed class AmbientTests
{
    [Fact]
    public void Functions_AskNoAmbientClock_WhenTheyNeedTheTime() =>
        Rule.Holds(
            "Time is an argument or a TimeProvider.",
            ForbiddenCalls.In(
                Sources.Functions,
                "DateTime.Now",
                "DateTime.UtcNow",
                "DateTime.Today",
                "DateTimeOffset.Now",
                "DateTimeOffset.UtcNow"
            )
        );

    [Fact]
    public void Functions_NeverSleep_WhenTheyWait() =>
        Rule.Holds("Await a delay of a TimeProvider.", ForbiddenCalls.In(Sources.Functions, "Thread.Sleep"));

    [Fact]
    public void Functions_RetryAWriteInOneWay_WhenSomebodyElseWasFaster() =>
        Rule.Holds(
            "Writing against a version until it stands is OptimisticWrite's.",
            from file in Sources.Functions
            where file.Name is not "OptimisticWrite"
            from loop in file.All<ForStatementSyntax>()
            where loop.Declaration?.Variables.Any(variable => variable.Identifier.Text is "attempt" or "retry" or "attempts") is true
            select file.At(loop)
        );

    [Fact]
    public void Functions_DrawNoRandomIds_WhenTheyNameThings() =>
        Rule.Holds(
            "Ids are derived from what they name, so that a redelivery gives the same one.",
            ForbiddenCalls.In(Sources.Functions, "Guid.NewGuid", "Guid.CreateVersion7")
        );

    [Fact]
    public void Tests_NeverWaitForTime_WhenTheyWaitForSomething() =>
        Rule.Holds("Tests advance a fake clock or await the thing itself.", ForbiddenCalls.In(Sources.Tests, "Thread.Sleep", "Task.Delay"));
}
