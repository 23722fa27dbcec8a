using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture.Reading;

/// <summary>Measures whether a function only binds, calls one use case and returns.</summary>
internal static class Thinness
{
    private static readonly string[] Loggers = ["ILogger", "ILoggerFactory", "GetLogger", "CreateLogger"];

    /// <summary>How many statements it has, nested ones included; an expression body is one, a block is none.</summary>
    public static int Statements(MethodDeclarationSyntax method) =>
        (method.ExpressionBody is null ? 0 : 1)
        + method.DescendantNodes().OfType<StatementSyntax>().Count(statement => statement is not BlockSyntax);

    public static bool Catches(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<TryStatementSyntax>().Any();

    /// <summary>The places where its class names a logger.</summary>
    public static IEnumerable<SimpleNameSyntax> LoggersIn(TypeDeclarationSyntax type) =>
        type.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => Loggers.Contains(name.Identifier.Text, StringComparer.Ordinal));
}
