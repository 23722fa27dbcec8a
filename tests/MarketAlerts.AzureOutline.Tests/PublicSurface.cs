using System.Reflection;

namespace MarketAlerts.AzureOutline.Tests;

/// <summary>Writes down what a type shows to the outside, one line a member, sorted.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Of);

    private static IEnumerable<string> Of(Type type)
    {
        var members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {(int)Enum.Parse(type, name)}")
            : type.GetMembers(Declared).Select(Line).OfType<string>().Order(StringComparer.Ordinal);
        return members.Select(member => $"  {member}").Prepend($"{Kind(type)} {type.FullName}{Base(type)}");
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Base(Type type) =>
        type.IsEnum || type.BaseType == typeof(object) ? "" : $" : {type.BaseType!.Name}";

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when Visible(constructor) => $"{Access(constructor)}ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when Visible(method) =>
            $"{Access(method)}{Name(method.ReturnType)} {method.Name}{TypeArguments(method)}({Parameters(method)})",
        PropertyInfo property when property.GetMethod is { } get && Visible(get) =>
            $"{Access(get)}{Name(property.PropertyType)} {property.Name} {(property.SetMethod is { } set && Visible(set) ? "{ get; set; }" : "{ get; }")}",
        _ => null,
    };

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => Overrides(method) ? "override " : "virtual ",
            _ => "",
        };

    private static bool Overrides(MethodBase method) => method is MethodInfo info && info.GetBaseDefinition() != info;

    private static string TypeArguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"));

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
