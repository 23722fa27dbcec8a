using System.Text.RegularExpressions;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.WatchFiles;

/// <summary>Holds docs/subscribers.md to the parser.</summary>
public sealed partial class DocumentedSubscribersTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository(), "docs", "subscribers.md"));

    [Fact]
    public void Read_TakesTheExample_AsItStands()
    {
        var json = Page.Split("```json")[1].Split("```")[0];

        var subscriber = WatchFileParser.Read("watch.json", json, new HashSet<Symbol>()).Subscribers.ShouldHaveSingleItem();

        (subscriber.Channels!.Count, subscriber.Snoozes!.Count, subscriber.ProofOfLife).ShouldBe((3, 2, true));
    }

    [Theory]
    [InlineData(0, "\"?\": 1")]
    [InlineData(1, "\"channels\": [{\"?\": 1}]")]
    [InlineData(3, "\"snooze\": [{\"?\": 1}]")]
    public void Read_KnowsTheKeysOfTheTable_AndNoOthers(int table, string unknown)
    {
        var refusal = Should.Throw<InputFileException>(() =>
            WatchFileParser.Read("w", $"{{\"subscribers\": [{{\"email\": \"a@b.example\", {unknown}}}]}}", new HashSet<Symbol>())
        );

        KeysOf(table).ShouldBe(refusal.Message.Split("known here: ")[1].TrimEnd('.').Split(", "), ignoreOrder: true);
    }

    private static IEnumerable<string> KeysOf(int table) =>
        Tables().ElementAt(table).SelectMany(row => Code().Matches(row.Split('|')[1]).Select(match => match.Groups[1].Value));

    /// <summary>The rows of each table, without its head.</summary>
    private static IEnumerable<string[]> Tables() =>
        Page.Split("\n\n").Where(block => block.StartsWith('|')).Select(block => block.Trim().Split('\n')[2..]);

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "MarketAlerts.sln")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
