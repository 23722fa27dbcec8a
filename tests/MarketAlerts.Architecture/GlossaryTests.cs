using System.Text.RegularExpressions;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MarketAlerts.Architecture;

/// <summary>One word, one meaning: words that docs/glossary.md retired come back in no name.</summary>
public sealed partial class GlossaryTests
{
    private static readonly Dictionary<string, string> Retired = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Recipient"] = "a person is a subscriber",
        ["Owner"] = "a person is a subscriber",
        ["Watcher"] = "a rule's stored row is a subscription",
        ["Watch"] = "a rule's stored row is a subscription, what looks after something is a monitor",
        ["Desk"] = "say what it does: source, sender, updater",
        ["Book"] = "say what it is: index, registration",
        ["Door"] = "say what it is: endpoint",
        ["Gate"] = "say what it does: verifier",
        ["Shelf"] = "a part of a table is a section",
        ["Sheet"] = "say what it is: batch",
        ["Keeper"] = "say what it does: updater",
        ["Teller"] = "say what it tells: notices",
        ["Greeter"] = "say what it sends: welcome notices",
        ["Turn"] = "a step is a transition, a time a slot",
        ["Look"] = "a look is a check",
        ["Scene"] = "how the market stands is a snapshot",
        ["Newsroom"] = "articles come in by the intake",
        ["Filing"] = "what is filed together is a batch",
        ["Pace"] = "how long something took is its latency",
        ["Wake"] = "what has a bucket flushed is a flush request",
    };

    /// <summary>
    /// What others call so: a stream reader reads bytes, an SMTP server has recipients, a watch list and a watch file keep their names.
    /// </summary>
    private static readonly string[] Allowed =
    [
        "VarintReader",
        "SmtpLineReader",
        "WatchFile",
        "WatchList",
        "SampleWatch",
        "AlpacaBar",
        "BarsParser",
        "DayBar",
    ];

    [Fact]
    public void Types_BearNoRetiredWord_WhateverTheirProject() =>
        Rule.Holds(
            "A word that the glossary retired is no part of a type's name; docs/glossary.md has the word to use.",
            from file in Sources.Functions.Concat(Sources.Tests)
            from type in file.All<BaseTypeDeclarationSyntax>()
            from problem in Problems(type.Identifier.Text)
            select $"{file.At(type.Identifier)} {type.Identifier.Text}: {problem}"
        );

    [Fact]
    public void Folders_BearNoRetiredWord() =>
        Rule.Holds(
            "A word that the glossary retired is no part of a folder's name.",
            from folder in Sources.Functions.Concat(Sources.Tests).SelectMany(file => file.Folder.Split('/')).Distinct()
            from problem in Problems(folder)
            select $"{folder}: {problem}"
        );

    [Fact]
    public void Tables_BearNoRetiredWord() =>
        Rule.Holds(
            "A word that the glossary retired is no part of a table's name.",
            from table in typeof(TableSet).GetProperties()
            from problem in Problems(table.Name)
            select $"{table.Name}: {problem}"
        );

    [Fact]
    public void RetiredWords_StandInTheGlossary()
    {
        var glossary = File.ReadAllText(Repository.PathOf("docs/glossary.md"));

        Rule.Holds(
            "Whoever meets a retired word finds in docs/glossary.md what it is called now.",
            Retired.Keys.Where(word => !glossary.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [InlineData("BasketWatcher", true)]
    [InlineData("QuoteReader", true)]
    [InlineData("BarOptions", true)]
    [InlineData("StoryDesk", true)]
    [InlineData("WatchFileDesk", true)]
    [InlineData("WatchFileParser", false)]
    [InlineData("Watchdog", false)]
    [InlineData("AlpacaBarsParser", false)]
    [InlineData("Housekeeper", false)]
    public void Problems_AreFound_InRetiredNames(string name, bool expected) => Problems(name).Any().ShouldBe(expected);

    private static IEnumerable<string> Problems(string name)
    {
        var rest = Allowed.Aggregate(name, (left, allowed) => left.Replace(allowed, "", StringComparison.Ordinal));
        var words = Word().Matches(rest).Select(match => match.Value).ToArray();
        return words
            .Select(word => Retired.GetValueOrDefault(word) ?? Retired.GetValueOrDefault(word.TrimEnd('s')))
            .OfType<string>()
            .Concat(
                words.LastOrDefault() is "Reader" or "Readers"
                    ? ["a reader reads bytes; text to objects is a parser, stored things a loader"]
                    : []
            )
            .Concat(
                words.Contains("Bar") || words.Contains("Bars") ? ["a number that decides is a threshold; a bar is a day's prices"] : []
            );
    }

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
