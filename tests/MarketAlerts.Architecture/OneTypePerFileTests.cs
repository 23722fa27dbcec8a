using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

public sealed class OneTypePerFileTests
{
    private const int LongestSatellite = 45;

    [Fact]
    public void Files_HaveOneType_AndItsSatellites() =>
        Rule.Holds(
            $"One type a file: only what is small, at most {LongestSatellite} lines, may live in the file of the type that uses it.",
            from file in Sources.Functions
            from type in file.TopLevelTypes.Skip(1)
            where LinesOf(type) > LongestSatellite
            select $"{file.At(TypeDeclarations.NameOf(type))} {TypeDeclarations.NameOf(type).Text} has {LinesOf(type)} lines"
        );

    [Fact]
    public void TestFiles_DeclareOneTopLevelType_WhenTheyDeclareAny() =>
        Rule.Holds(
            "One top-level type per file of the tests: move each further type into a file of its own.",
            from file in Sources.Tests
            from type in file.TopLevelTypes.Skip(1).Select(TypeDeclarations.NameOf)
            select $"{file.At(type)} {type.Text}"
        );

    [Fact]
    public void Files_AreNamedAfterTheirType_WhenTheyDeclareOne() =>
        Rule.Holds(
            "A file is named after its type.",
            from file in Sources.Functions.Concat(Sources.Tests)
            from type in file.TopLevelTypes.Take(1).Select(TypeDeclarations.NameOf)
            where type.Text != file.Name
            select $"{file.At(type)} {type.Text}"
        );

    private static int LinesOf(MemberDeclarationSyntax type)
    {
        var span = type.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
