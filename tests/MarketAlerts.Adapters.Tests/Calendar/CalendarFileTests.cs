using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.Subscriptions;
using MarketAlerts.Core.Calendar;
using MarketAlerts.Testing.Azurite;

namespace MarketAlerts.Adapters.Tests.Calendar;

public sealed class CalendarFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_KnowsTheDayOfMourning_WhenItIsBuiltIn()
    {
        var calendar = new MarketCalendar(CalendarFile.Read(new CalendarOptions()));

        calendar.SessionOn(new DateOnly(2025, 1, 9)).ShouldBeNull();
        calendar.ClosedReason(new DateOnly(2025, 1, 9)).ShouldNotBeNullOrEmpty();
        calendar.SessionOn(new DateOnly(2025, 1, 27)).ShouldNotBeNull();
    }

    [Fact]
    public void Read_TakesTheFile_WhenOneIsConfigured()
    {
        var data = Read("""{"closed": {"2025-02-03": "Storm"}, "openDespiteRule": ["2025-12-24"], "earlyCloses": {"2025-02-04": "13:00"}}""");

        data.Closed.ShouldBe(new Dictionary<DateOnly, string> { [new DateOnly(2025, 2, 3)] = "Storm" });
        data.OpenDespiteRule.ShouldBe([new DateOnly(2025, 12, 24)]);
        data.EarlyCloses.ShouldBe(new Dictionary<DateOnly, TimeOnly> { [new DateOnly(2025, 2, 4)] = new TimeOnly(13, 0) });
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("null", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\n\"closed\": nonsense", 2)]
    [InlineData("""{"closed": {"3 February": "Storm"}, "openDespiteRule": [], "earlyCloses": {}}""", 1)]
    [InlineData("""{"closed": {}, "openDespiteRule": [], "earlyCloses": {"2025-02-04": "1 pm"}}""", 1)]
    [InlineData("""{"closed": {}, "openDespiteRule": [], "earlyCloses": {}, "lateOpens": {}}""", 1)]
    public void Read_NamesFileAndLine_WhenTheFileIsBroken(string json, int line)
    {
        var refusal = Should.Throw<InputFileException>(() => Read(json));

        refusal.Line.ShouldBe(line);
        refusal.Message.ShouldStartWith($"{Path.Combine(_folder.Path, "calendar.json")}, line {line}: not a market calendar: ");
    }

    [Fact]
    public void Read_NamesTheFile_WhenItIsMissing() =>
        Should.Throw<InputFileException>(() => CalendarFile.Read(new CalendarOptions { File = Path.Combine(_folder.Path, "none.json") }))
            .Message.ShouldContain("none.json, line 1: not a market calendar: ");

    private CalendarData Read(string json) => CalendarFile.Read(new CalendarOptions { File = _folder.Write("calendar.json", json) });
}
