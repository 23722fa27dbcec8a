using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

/// <summary>Who needs many services does many things.</summary>
public sealed class InjectionTests
{
    private const int MostServices = 8;

    [Fact]
    public void Classes_AreGivenFewServices_WhenTheyAreMade() =>
        Rule.Holds(
            $"A class is given at most {MostServices} services: let a part of what it does be a class of its own.",
            from file in Sources.Functions
            from type in file.All<ClassDeclarationSyntax>()
            from parameters in ConstructorsOf(type)
            where parameters.Parameters.Count > MostServices
            select $"{file.At(type)} {type.Identifier.Text} is given {parameters.Parameters.Count}"
        );

    private static IEnumerable<ParameterListSyntax> ConstructorsOf(ClassDeclarationSyntax type) =>
        type
            .Members.OfType<ConstructorDeclarationSyntax>()
            .Select(constructor => constructor.ParameterList)
            .Concat(type.ParameterList is { } primary ? [primary] : []);
}
