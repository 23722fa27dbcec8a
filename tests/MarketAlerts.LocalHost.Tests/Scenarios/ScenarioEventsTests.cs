using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>events.csv: halts, resumptions and splits.</summary>
public sealed class ScenarioEventsTests : IDisposable
{
    private const string Header = "time_utc,symbol,kind,value\n";

    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));
    private static readonly Symbol Nvda = Symbol.Parse("NVDA");

    private readonly TestFolder _folder = new();

    public ScenarioEventsTests()
    {
        _folder.Write(
            "scenario.json",
            """{ "name": "Test", "description": "Invented.", "from": "2025-01-27T12:00:00Z", "to": "2025-01-27T21:00:00Z" }"""
        );
        _folder.Write("quotes.csv", "time_utc,symbol,last,open,high,low,previous_close,volume\n2025-01-27T14:30:00Z,NVDA,124.80,,,,,\n");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_KnowsHaltsResumptionsAndSplits_WhenThereAreSome()
    {
        _folder.Write(
            "events.csv",
            Header
                + """
                2025-01-27T12:00:00Z,NVDA,split,10
                2025-01-27T12:00:00Z,AIG,split,0.05
                2025-01-27T14:35:01Z,NVDA,halt,LUDP
                2025-01-27T14:40:01Z,NVDA,resume,
                """
        );

        Read()
            .Events.ShouldBe([
                new ListingEvent(Nvda, At("12:00:00"), ListingEventKind.Split, "", 10),
                new ListingEvent(Symbol.Parse("AIG"), At("12:00:00"), ListingEventKind.Split, "", 0.05),
                new ListingEvent(Nvda, At("14:35:01"), ListingEventKind.Halt, "LUDP", 1),
                new ListingEvent(Nvda, At("14:40:01"), ListingEventKind.Resume, "", 1),
            ]);
    }

    [Theory]
    [InlineData("time_utc,symbol,kind\n", 1, "missing column value")]
    [InlineData(Header + "2025-01-27T14:35:01Z,NVDA,pause,\n", 2, "kind 'pause' is not one of halt, resume and split")]
    [InlineData(Header + "2025-01-27T14:35:01Z,NVDA,halt,\n2025-01-27T14:35:00Z,NVDA,resume,\n", 3, "time goes backwards")]
    [InlineData(Header + "2025-01-27T12:00:00Z,NVDA,split,\n", 2, "value '' is no split")]
    [InlineData(Header + "2025-01-27T12:00:00Z,NVDA,split,1\n", 2, "value '1' is no split")]
    [InlineData(Header + "2025-01-27T12:00:00Z,NVDA,split,-2\n", 2, "value '-2' is no split")]
    [InlineData(Header + "2025-01-27T12:00:00Z,NVDA,split,10:1\n", 2, "value '10:1' is no split")]
    [InlineData(Header + "noon,NVDA,halt,\n", 2, "time_utc 'noon' is no time")]
    [InlineData(Header + "2025-01-27T14:35:01Z,N VDA,halt,\n", 2, "'N VDA' is not a symbol")]
    public void Read_RefusesTheRow_WhenAnEventIsWrong(string csv, int line, string problem)
    {
        _folder.Write("events.csv", csv);

        var refusal = Should.Throw<InputFileException>(Read);

        refusal.Message.ShouldContain(problem);
        (refusal.File, refusal.Line).ShouldBe(("events.csv", line));
    }

    [Fact]
    public async Task GetAsync_GivesEventsOnce_WhenAskedFromPollToPoll()
    {
        _folder.Write(
            "events.csv",
            Header + "2025-01-27T14:35:01Z,NVDA,halt,LUDP\n2025-01-27T14:35:01Z,AMD,halt,T1\n2025-01-27T14:36:00Z,NVDA,resume,\n"
        );
        var source = new ScenarioListingEvents(Read());

        (await source.GetAsync([Nvda], At("14:30:00"), At("14:35:00"), Token)).ShouldBeEmpty();
        (await source.GetAsync([Nvda], At("14:35:00"), At("14:36:00"), Token))
            .Select(next => next.Kind)
            .ShouldBe([ListingEventKind.Halt, ListingEventKind.Resume]);
        (await source.GetAsync([Nvda], At("14:36:00"), At("14:37:00"), Token)).ShouldBeEmpty();
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2025-01-27T{time}Z", CultureInfo.InvariantCulture);

    private Scenario Read() => ScenarioLoader.Read(_folder.Path, Calendar);
}
