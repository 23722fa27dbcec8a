using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.ScenarioDrawing;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>The days in this repository: each can be read, and each is what the drawing program draws.</summary>
public sealed class CommittedScenarioTests : IDisposable
{
    private static readonly string[] Drawn = ["quotes.csv", "history.csv", "events.csv"];

    private static readonly MarketCalendar Calendar = new(CalendarFile.Read(new CalendarOptions()));

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Names => [.. ScenarioFolders.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Accepts_WhenTheScenarioIsCommitted(string name)
    {
        var scenario = ScenarioLoader.Read(ScenarioFolders.PathOf(name), Calendar);

        scenario.Quotes.ShouldAllBe(row =>
            row.Quote.MarketTime >= scenario.From && row.Quote.MarketTime <= scenario.To && row.ArrivesAt >= row.Quote.MarketTime
        );
        scenario.History.Keys.ShouldBe(scenario.Watch.Symbols, ignoreOrder: true);
        scenario.History.Values.ShouldAllBe(closes => closes.Count >= 21 && closes.All(close => close.Volume > 0));
        scenario.Events.ShouldAllBe(next =>
            next.Time >= scenario.From && next.Time <= scenario.To && scenario.Watch.Symbols.Contains(next.Symbol)
        );
        scenario.Watch.Subscribers.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_GivesTheSameBytes_WhenTheScenarioIsCommitted(string name)
    {
        Drawings.Draw(name, ScenarioFolders.Root, _folder.Path);

        var committed = Drawn.Where(file => File.Exists(Path.Combine(ScenarioFolders.PathOf(name), file)));
        Directory.GetFiles(Path.Combine(_folder.Path, name)).Select(Path.GetFileName).ShouldBe(committed, ignoreOrder: true);
        foreach (var file in committed)
        {
            var same = File.ReadAllBytes(Path.Combine(_folder.Path, name, file))
                .AsSpan()
                .SequenceEqual(File.ReadAllBytes(Path.Combine(ScenarioFolders.PathOf(name), file)));
            same.ShouldBeTrue($"{name}/{file}: run `dotnet run --project tests/MarketAlerts.ScenarioDrawing` and look at the difference.");
        }
    }

    [Fact]
    public void Names_AreTheFolders_WhenTheDrawingsAreRegistered() => Drawings.Names.ShouldBe(ScenarioFolders.Names, ignoreOrder: true);
}
