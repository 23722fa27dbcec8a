namespace MarketAlerts.Architecture.Reading;

public sealed class SourceFileTests
{
    [Theory]
    [InlineData("one", 1)]
    [InlineData("one\n", 1)]
    [InlineData("one\ntwo\n", 2)]
    public void Lines_AreCounted_WhenTheLastOneEndsOrNot(string text, int lines) => new SourceFile("A.cs", text).Lines.ShouldBe(lines);

    [Fact]
    public void TopLevelTypes_AreThoseNoTypeEncloses_WhenSomeAreNested() =>
        new SourceFile("A.cs", "namespace N; class A { class Inner; } enum B { } delegate void C(); record D;")
            .TopLevelTypes.Select(type => TypeDeclarations.NameOf(type).Text)
            .ShouldBe(["A", "B", "C", "D"]);
}
