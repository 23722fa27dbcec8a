using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class WidthTests
{
    private const int Widest = 140;

    [Fact]
    public void Lines_AreNarrow_WhenEachIsMeasured() =>
        Rule.Holds(
            $"No line is wider than {Widest} columns.",
            from file in Sources.Functions
            from line in file.Syntax.GetText().Lines
            where line.Span.Length > Widest
            select $"{file.RelativePath}:{line.LineNumber + 1} has {line.Span.Length} columns"
        );
}
