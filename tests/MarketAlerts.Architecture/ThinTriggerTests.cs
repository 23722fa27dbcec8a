using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class ThinTriggerTests
{
    private const int MostStatements = 3;

    [Fact]
    public void Functions_HaveAtMostThreeStatements_WhenTheyBindCallAndReturn() =>
        Rule.Holds(
            "A function binds, calls one use case and returns: at most three statements.",
            from function in FunctionFinder.All()
            let statements = Thinness.Statements(function.Method)
            where statements > MostStatements
            select $"{function.At} {function.Name} has {statements}"
        );

    [Fact]
    public void Functions_CatchNothing_WhenTheHostShallSeeTheFailure() =>
        Rule.Holds(
            "A function catches nothing: the host retries and dead-letters.",
            FunctionFinder.All().Where(function => Thinness.Catches(function.Method)).Select(function => $"{function.At} {function.Name}")
        );

    [Fact]
    public void Functions_TakeNoLogger_WhenTheUseCaseLogs() =>
        Rule.Holds(
            "A function has no logger: log in the use case, where the id is known.",
            from function in FunctionFinder.All()
            from logger in Thinness.LoggersIn(function.Class)
            select $"{function.File.At(logger)} {logger}"
        );
}
