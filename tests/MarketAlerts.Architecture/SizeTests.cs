using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class SizeTests
{
    private const int LongestFile = 250;
    private const int MedianFile = 60;
    private const int LongestMethod = 40;
    private const int MedianMethod = 10;

    [Fact]
    public void Files_AreShort_WhenEachIsMeasured() =>
        Rule.Holds(
            $"No file is longer than {LongestFile} lines.",
            from file in Sources.Functions
            where file.Lines > LongestFile
            select $"{file.RelativePath}:{file.Lines} has {file.Lines} lines"
        );

    [Fact]
    public void Files_AreSmall_WhenTheMedianIsTaken() =>
        Median
            .Of(Sources.Functions.Select(file => file.Lines))
            .ShouldBeLessThanOrEqualTo(MedianFile, $"The longest files:\n{LongestFiles()}");

    [Fact]
    public void Methods_AreShort_WhenEachIsMeasured() =>
        Rule.Holds(
            $"No method is longer than {LongestMethod} lines.",
            from method in Methods()
            where method.Lines > LongestMethod
            select $"{method.At} {method.Name} has {method.Lines} lines"
        );

    [Fact]
    public void Methods_AreSmall_WhenTheMedianIsTaken() =>
        Median
            .Of(Methods().Select(method => method.Lines))
            .ShouldBeLessThanOrEqualTo(MedianMethod, $"The longest methods:\n{LongestMethods()}");

    private static IEnumerable<MethodBlock> Methods() => Sources.Functions.SelectMany(MethodBlocks.Of);

    private static string LongestFiles() =>
        string.Join(
            '\n',
            Sources.Functions.OrderByDescending(file => file.Lines).Take(20).Select(file => $"  {file.RelativePath}: {file.Lines}")
        );

    private static string LongestMethods() =>
        string.Join(
            '\n',
            Methods().OrderByDescending(method => method.Lines).Take(20).Select(method => $"  {method.At} {method.Name}: {method.Lines}")
        );
}
