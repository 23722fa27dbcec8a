using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Calendar;

public sealed class CalendarFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// Beyond the rules, twenty years know four days: so this and the test of the rules against the exchange's table make the whole
    /// calendar.
    /// </summary>
    [Fact]
    public void Read_KnowsTwentyYearsAndWhatWasAnnounced_WhenItIsBuiltIn()
    {
        var data = CalendarFile.Read(new CalendarOptions());

        (data.From, data.To).ShouldBe((new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));
        data.Closed.Keys.Order().ShouldBe([new(2012, 10, 29), new(2012, 10, 30), new(2018, 12, 5), new(2025, 1, 9)]);
        data.Closed.Values.ShouldAllBe(reason => reason.Length > 0);
        data.OpenDespiteRule.ShouldBeEmpty();
        data.EarlyCloses.ShouldBeEmpty();
    }

    // Twenty years of 250 to 253 sessions: 252 in ten of them, 251 in six, 250 in three, 253 in 2020.
    [Fact]
    public void Read_MakesACalendarOf5029Sessions_WhenItIsBuiltIn()
    {
        var calendar = new MarketCalendar(CalendarFile.Read(new CalendarOptions()));

        Enumerable
            .Range(calendar.First.DayNumber, calendar.Last.DayNumber - calendar.First.DayNumber + 1)
            .Count(day => calendar.SessionOn(DateOnly.FromDayNumber(day)) is not null)
            .ShouldBe(5029);
    }

    [Fact]
    public void Read_TakesTheFile_WhenOneIsConfigured()
    {
        var data = Read(
            """{"from": "2025-01-01", "to": "2025-12-31", "closed": {"2025-02-03": "Storm"}, "openDespiteRule": ["2025-12-24"], "earlyCloses": {"2025-02-04": "13:00"}}"""
        );

        data.Closed.ShouldBe(new Dictionary<DateOnly, string> { [new DateOnly(2025, 2, 3)] = "Storm" });
        data.OpenDespiteRule.ShouldBe([new DateOnly(2025, 12, 24)]);
        data.EarlyCloses.ShouldBe(new Dictionary<DateOnly, TimeOnly> { [new DateOnly(2025, 2, 4)] = new TimeOnly(13, 0) });
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("null", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\n\"closed\": nonsense", 2)]
    [InlineData(
        """{"from": "2025-01-01", "to": "2025-12-31", "closed": {"3 February": "Storm"}, "openDespiteRule": [], "earlyCloses": {}}""",
        1
    )]
    [InlineData(
        """{"from": "2025-01-01", "to": "2025-12-31", "closed": {}, "openDespiteRule": [], "earlyCloses": {"2025-02-04": "1 pm"}}""",
        1
    )]
    [InlineData(
        """{"from": "2025-01-01", "to": "2025-12-31", "closed": {}, "openDespiteRule": [], "earlyCloses": {}, "lateOpens": {}}""",
        1
    )]
    [InlineData("""{"from": "2025-01-01", "to": "2025-12-31", "closed": {}, "openDespiteRule": [null], "earlyCloses": {}}""", 1)]
    [InlineData(
        """{"from": "2025-01-01", "to": "2025-12-31", "closed": {}, "openDespiteRule": [], "earlyCloses": {"2025-02-04": null}}""",
        1
    )]
    public void Read_NamesFileAndLine_WhenTheFileIsBroken(string json, int line)
    {
        var refusal = Should.Throw<InputFileException>(() => Read(json));

        refusal.Line.ShouldBe(line);
        refusal.Message.ShouldStartWith($"{Path.Combine(_folder.Path, "calendar.json")}, line {line}: not a market calendar: ");
    }

    [Theory]
    [InlineData("2025-01-02", "2025-01-01", "'to' is before 'from'.")]
    [InlineData("2025-02-04", "2025-12-31", "2025-02-03 is not between 'from' and 'to'.")]
    [InlineData("2025-01-01", "2025-02-02", "2025-02-03 is not between 'from' and 'to'.")]
    [InlineData("2025", "2025-12-31", "String '2025' was not recognized as a valid DateOnly.")]
    public void Read_SaysWhatIsWrong_WhenTheDatesDoNotFit(string from, string to, string problem) =>
        Should
            .Throw<InputFileException>(() =>
                Read(
                    $$$"""{"from": "{{{from}}}", "to": "{{{to}}}", "closed": {"2025-02-03": "Storm"}, "openDespiteRule": [], "earlyCloses": {}}"""
                )
            )
            .Message.ShouldEndWith($"line 1: not a market calendar: {problem}");

    [Fact]
    public void Read_CoversOneDay_WhenFromAndToAreTheSame() =>
        Read("""{"from": "2025-02-03", "to": "2025-02-03", "closed": {"2025-02-03": "Storm"}, "openDespiteRule": [], "earlyCloses": {}}""")
            .To.ShouldBe(new DateOnly(2025, 2, 3));

    [Fact]
    public void Read_NamesTheFile_WhenItIsMissing() =>
        Should
            .Throw<InputFileException>(() => CalendarFile.Read(new CalendarOptions { File = Path.Combine(_folder.Path, "none.json") }))
            .Message.ShouldContain("none.json, line 1: not a market calendar: ");

    [Fact]
    public void Read_TakesTheDocument_BeforeTheFile()
    {
        const string Storm =
            """{"from": "2025-02-03", "to": "2025-02-03", "closed": {"2025-02-03": "Storm"}, "openDespiteRule": [], "earlyCloses": {}}""";

        CalendarFile.Read(new CalendarOptions { Document = Storm, File = "none.json" }).Closed.ShouldContainKey(new DateOnly(2025, 2, 3));
        Should
            .Throw<InputFileException>(() => CalendarFile.Read(new CalendarOptions { Document = "{" }))
            .Message.ShouldStartWith("Calendar:Document, line 1: not a market calendar: ");
        CalendarFile.Read(new CalendarOptions { Document = "" }).From.ShouldBe(new DateOnly(2009, 1, 1));
    }

    private CalendarData Read(string json) => CalendarFile.Read(new CalendarOptions { File = _folder.Write("calendar.json", json) });
}
