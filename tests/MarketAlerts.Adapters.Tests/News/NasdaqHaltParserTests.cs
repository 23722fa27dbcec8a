using MarketAlerts.Adapters.News.Nasdaq;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Adapters.Tests.News;

public sealed class NasdaqHaltParserTests
{
    private static readonly HashSet<Symbol> Known = [Symbol.Parse("XYZ"), Symbol.Parse("NVDA")];

    [Fact]
    public void Parse_GivesHaltsAndResumptions_WhenRowsRepeatThem()
    {
        var rows = Parse(GivenNews.Halts);

        rows.Events.ShouldBe([
            // New York's summer: 19:50 + 4 h.
            new ListingEvent(Symbol.Parse("NVDA"), At(2024, 7, 1, 23, 50, 0), ListingEventKind.Halt, "T1", 1),
            new ListingEvent(Symbol.Parse("XYZ"), At(2025, 1, 27, 14, 41, 12).AddMilliseconds(345), ListingEventKind.Halt, "LUDP", 1),
            new ListingEvent(Symbol.Parse("XYZ"), At(2025, 1, 27, 14, 51, 12), ListingEventKind.Resume, "", 1),
            new ListingEvent(Symbol.Parse("NVDA"), At(2025, 1, 27, 17, 0, 0), ListingEventKind.Halt, "T12", 1),
        ]);
        rows.BadRows.ShouldBe(2); // A date that cannot be, and a resumption before its halt.
    }

    [Fact]
    public void Parse_GivesTheResumptionLater_WhenItWasNotKnownAtFirst()
    {
        var before = Parse(
            GivenNews.Halts.Replace("<ndaq:ResumptionTradeTime>09:51:12</ndaq:ResumptionTradeTime>", "", StringComparison.Ordinal)
        );
        var after = Parse(GivenNews.Halts);

        after.Events.Except(before.Events).ShouldHaveSingleItem().Kind.ShouldBe(ListingEventKind.Resume);
    }

    private static HaltRows Parse(string list) =>
        NasdaqHaltParser.Parse("halts", GivenNews.Answer([0xEF, 0xBB, 0xBF, .. GivenNews.Bytes(list)]), Known);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute, int second) =>
        new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
