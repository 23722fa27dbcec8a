using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class OneTypePerFileTests
{
    [Fact]
    public void Files_DeclareOneTopLevelType_WhenTheyDeclareAny() =>
        Rule.Holds(
            "One top-level type per file: move each further type into a file of its own.",
            from file in Sources.Functions.Concat(Sources.Tests)
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
}
