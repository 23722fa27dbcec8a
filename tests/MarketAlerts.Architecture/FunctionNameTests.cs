using System.Text.RegularExpressions;
using MarketAlerts.Architecture.Reading;

namespace MarketAlerts.Architecture;

public sealed class FunctionNameTests
{
    private const string Document = "ARCHITECTURE.md";

    [Fact]
    public void Functions_AreNamedInTheArchitecture_WhenTheyExist()
    {
        var path = Repository.PathOf(Document);
        File.Exists(path).ShouldBeTrue($"{Document} is missing at the root of the repository: write it, with every function in it.");
        var text = File.ReadAllText(path);
        Rule.Holds(
            $"Every function is named in {Document}.",
            from function in FunctionFinder.All()
            where !Regex.IsMatch(text, $@"\b{Regex.Escape(function.Name)}\b")
            select $"{function.At} {function.Name}"
        );
    }

    [Fact]
    public void Functions_AreCalledLikeTheirClassAndFile_WhenTheyExist() =>
        Rule.Holds(
            "A function, its class and its file have one name, given as a literal or by nameof.",
            from function in FunctionFinder.All()
            where function.Name != function.ClassName || function.Name != function.File.Name
            select $"{function.At} [Function(\"{function.Name}\")] in class {function.ClassName}"
        );

    [Fact]
    public void TriggerFiles_AreExactlyTheFunctions_WhenTheirFoldersAreListed()
    {
        var functions = FunctionFinder.All();
        var folders = functions.Select(function => function.File.Folder).Append($"functions/{FunctionFinder.Project}/Triggers").ToHashSet();
        var files = Sources.OfProject(FunctionFinder.Project).Where(file => folders.Contains(file.Folder));
        var names = functions.Select(function => function.Name).ToHashSet();
        Rule.Holds(
            "A folder of triggers lists the functions and nothing else, so that its file list tells what runs.",
            files.Where(file => !names.Contains(file.Name)).Select(file => $"{file.RelativePath}:1 holds no function {file.Name}")
        );
    }

    [Fact]
    public void Functions_HaveTheirNameAlone_WhenAllAreCounted() =>
        Rule.Holds(
            "A name belongs to one function.",
            from named in FunctionFinder.All().GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            from function in named.Skip(1)
            select $"{function.At} {function.Name}"
        );
}
