namespace MarketAlerts.Architecture.Reading;

public sealed class ForbiddenCallsTests
{
    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("System.DateTime.Now.Date")]
    [InlineData("global::System.DateTime.Now")]
    public void In_NamesFileAndLine_WhenTheMemberIsUsed(string expression) =>
        ForbiddenCalls.In([new SourceFile("A.cs", $"\nvar x = {expression};")], "DateTime.Now").ShouldBe(["A.cs:2 DateTime.Now"]);

    [Theory]
    [InlineData("clock.Now")]
    [InlineData("\"DateTime.Now\"")]
    [InlineData("1; // DateTime.Now")]
    public void In_FindsNothing_WhenAnotherThingIsCalledAlike(string expression) =>
        ForbiddenCalls.In([new SourceFile("A.cs", $"var x = {expression};")], "DateTime.Now").ShouldBeEmpty();
}
