namespace MarketAlerts.Architecture.Reading;

public sealed class MethodBlocksTests
{
    [Fact]
    public void Of_CountsFromDeclarationToEnd_WhenAttributesAndCommentsPrecede()
    {
        var file = new SourceFile(
            "A.cs",
            """
            class A
            {
                /// <summary>Comment.</summary>
                [Obsolete]
                public int One() =>
                    1;

                abstract void None();

                int Two
                {
                    get
                    {
                        return 2;
                    }
                }
            }
            """
        );

        MethodBlocks.Of(file).ShouldBe([new("One", "A.cs:5", 2), new("get", "A.cs:12", 4)]);
    }

    [Fact]
    public void Of_CountsTopLevelStatementsAsOne_WhenAFileIsAProgram() =>
        MethodBlocks
            .Of(new SourceFile("P.cs", "using System;\n\nConsole.WriteLine();\n\nreturn 0;\n"))
            .ShouldBe([new("top-level statements", "P.cs:3", 3)]);
}
