namespace MarketAlerts.Architecture.Reading;

public sealed class FunctionFinderTests
{
    [Theory]
    [InlineData("""[Function("Poll")]""", "Poll")]
    [InlineData("[Function(nameof(Poll))]", "Poll")]
    [InlineData("[Worker.FunctionAttribute(nameof(Jobs.Poll))]", "Poll")]
    [InlineData("[Function(Names.Poll)]", "")]
    public void In_ReadsTheName_WhenTheAttributeGivesIt(string attribute, string name) => Read(attribute).Name.ShouldBe(name);

    [Fact]
    public void Statements_CountNestedOnes_WhenABlockHoldsThem() => Thinness.Statements(Read("[Function(\"Poll\")]").Method).ShouldBe(3);

    [Fact]
    public void LoggersIn_FindsTheParameter_WhenThePrimaryConstructorTakesOne() =>
        Thinness.LoggersIn(Read("[Function(\"Poll\")]").Class).ShouldHaveSingleItem().ToString().ShouldBe("ILogger<Poll>");

    [Fact]
    public void Catches_IsTrue_WhenTheMethodTries() =>
        Thinness.Catches(Read("[Function(\"Poll\")]", "try { } finally { }").Method).ShouldBeTrue();

    private static Function Read(string attribute, string body = "if (a) { b(); c(); }")
    {
        var text = $"class Poll(ILogger<Poll> log) {{ {attribute} void Run() {{ {body} }} }}";
        return FunctionFinder.In([new SourceFile("Poll.cs", text)]).ShouldHaveSingleItem();
    }
}
