using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing.Azurite;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.LocalHost.Tests.Scenarios;

/// <summary>The column arrives_utc: a row is told by the source from that time on.</summary>
public sealed class ScenarioArrivalTests : IDisposable
{
    private const string Header = "time_utc,symbol,last,open,high,low,previous_close,volume,arrives_utc\n";

    private static readonly MarketCalendar Calendar = new(CalendarData.RulesAlone(new DateOnly(2009, 1, 1), new DateOnly(2028, 12, 31)));
    private static readonly Symbol Nvda = Symbol.Parse("NVDA");

    private readonly TestFolder _folder = new();

    public ScenarioArrivalTests() =>
        _folder.Write(
            "scenario.json",
            """{ "name": "Test", "description": "Invented.", "from": "2025-01-27T14:30:00Z", "to": "2025-01-27T21:00:00Z" }"""
        );

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TakesTheMarketTime_WhenARowDoesNotSayWhenItArrives()
    {
        _folder.Write(
            "quotes.csv",
            Header + "2025-01-27T14:30:00Z,NVDA,124.80,,,,,,\n2025-01-27T14:31:00Z,NVDA,124.90,,,,,,2025-01-27T14:51:00Z\n"
        );

        Read().Quotes.Select(row => row.ArrivesAt).ShouldBe([At("14:30:00"), At("14:51:00")]);
    }

    // The row of 14:31 comes after the one of 14:32: the source tells the older quote last, as a late feed does.
    [Theory]
    [InlineData("14:29:59", null)]
    [InlineData("14:30:00", 124.80)]
    [InlineData("14:31:59", 124.80)]
    [InlineData("14:32:00", 124.70)]
    [InlineData("14:50:59", 124.70)]
    [InlineData("14:51:00", 124.90)]
    public async Task GetAsync_TellsTheRowThatArrivedLast_WhenOneIsLate(string now, double? last)
    {
        _folder.Write(
            "quotes.csv",
            Header
                + "2025-01-27T14:30:00Z,NVDA,124.80,,,,,,\n2025-01-27T14:31:00Z,NVDA,124.90,,,,,,"
                + "2025-01-27T14:51:00Z\n2025-01-27T14:32:00Z,NVDA,124.70,,,,,,\n"
        );
        var source = new ScenarioQuoteSource(Read(), new FakeTimeProvider(At(now)));

        var answer = await source.GetAsync([Nvda, Symbol.Parse("AMD")], TestContext.Current.CancellationToken);

        answer.Quotes.Select(quote => (double?)quote.Last).SingleOrDefault().ShouldBe(last);
    }

    [Fact]
    public void Read_RefusesTheRow_WhenTheArrivalIsNoTime()
    {
        _folder.Write("quotes.csv", Header + "2025-01-27T14:30:00Z,NVDA,124.80,,,,,,later\n");

        Should.Throw<InputFileException>(Read).Message.ShouldStartWith("quotes.csv, line 2: arrives_utc 'later' is no time");
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2025-01-27T{time}Z", CultureInfo.InvariantCulture);

    private Scenario Read() => ScenarioLoader.Read(_folder.Path, Calendar);
}
