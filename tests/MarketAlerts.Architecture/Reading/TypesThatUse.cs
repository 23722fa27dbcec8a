using NetArchTest.Rules;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Finds the types of an assembly that depend on a namespace or type.</summary>
internal static class TypesThatUse
{
    public static IEnumerable<string> Any(BuiltAssembly assembly, params string[] dependencies) =>
        from dependency in dependencies
        let failing = Types.InAssembly(assembly.Assembly).ShouldNot().HaveDependencyOn(dependency).GetResult().FailingTypes ?? []
        from type in failing.Select(Outermost).Distinct()
        select $"{PlaceOf(assembly.Name, type)} {type.Name} uses {dependency}";

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string PlaceOf(string project, Type type)
    {
        var name = type.Name.Split('`')[0];
        var places =
            from file in Sources.OfProject(project)
            from declared in file.TopLevelTypes.Select(TypeDeclarations.NameOf)
            where declared.Text == name
            select file.At(declared);
        return places.FirstOrDefault($"functions/{project}");
    }
}
