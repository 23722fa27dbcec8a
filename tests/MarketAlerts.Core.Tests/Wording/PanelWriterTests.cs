using MarketAlerts.Core.Mail;
using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.News;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Wording;

/// <summary>A move that began on Monday at 14:30 UTC and was over at 20:00; the close before was on Friday at 21:00.</summary>
public sealed class PanelWriterTests
{
    private static readonly MoveSpan Move = new(
        Given.Utc("2025-01-24T21:00Z"),
        Given.At("14:30"),
        Given.At("20:00"),
        new HashSet<Target> { Target.OfSymbol(Given.Sym("NVDA")), GivenNews.DeepSeek.Target }
    );

    [Fact]
    public void Write_SortsByTimeRelativeToTheMove_NearestFirst()
    {
        var panel = Write(
            [
                GivenNews.Story("During, late", "19:00"),
                GivenNews.Story("Before, near", "14:30"),
                GivenNews.Story("During, early", "14:31"),
                GivenNews.Story("Before, far", "2025-01-24T21:00Z"),
                GivenNews.Story("After", "20:01"),
            ],
            [GivenNews.Story("Memory", "2025-01-20T12:29Z", "2025-01-24T20:30Z")]
        );

        panel
            .Lines.Select(line => $"{line.When}: {line.Title}")
            .ShouldBe([
                "Before: Before, near",
                "Before: Before, far",
                "During: During, early",
                "During: During, late",
                "After: After",
                "DaysBefore: Memory",
            ]);
        panel.Lines[^1].DaysBefore.ShouldBe(7);
        (panel.More, panel.Feeds, panel.HasNoCatalyst).ShouldBe((0, 3, false));
    }

    // Most sources, then most of the incident named, then who had it first; six in all.
    [Fact]
    public void Write_TakesTheForemost_WhenThereAreMoreThanSix()
    {
        Story[] stories =
        [
            .. "abcdefg".Select((name, index) => GivenNews.Story($"Plain {name}", $"10:0{index}")),
            GivenNews.Story("Nvidia falls on DeepSeek", "13:00"),
            GivenNews.Story("DeepSeek tops the charts", "13:30"),
            GivenNews.Story("Carried by three", "14:00", null, "one", "two", "three"),
        ];

        var panel = Write(stories, []);

        panel
            .Lines.Select(line => line.Title)
            .ShouldBe(["Carried by three", "DeepSeek tops the charts", "Nvidia falls on DeepSeek", "Plain c", "Plain b", "Plain a"]);
        panel.More.ShouldBe(4);
    }

    // The two newest since the move began are always there, and push out the last of the foremost.
    [Fact]
    public void Write_KeepsTheNewest_WhenTheForemostFillThePanel()
    {
        Story[] stories =
        [
            .. "abcdef".Select((name, index) => GivenNews.Story($"Nvidia {name} DeepSeek", $"10:0{index}")),
            .. "xyz".Select((name, index) => GivenNews.Story($"Plain {name}", $"15:0{index}")),
        ];

        Write(stories, []).Lines.Select(line => line.Title[line.Title.IndexOf(' ', StringComparison.Ordinal) + 1]).ShouldBe("dcbayz");
    }

    [Fact]
    public void Write_RemembersTheFirstOfATopic_AndWhatMostSourcesCarried()
    {
        var panel = Write(
            [],
            [
                GivenNews.Story("Third", "2025-01-23T10:00Z"),
                GivenNews.Story("First", "2025-01-20T10:00Z"),
                GivenNews.Story("Second", "2025-01-22T10:00Z", null, "a", "b"),
            ]
        );

        panel.Lines.Select(line => $"{line.Title} {line.DaysBefore}").ShouldBe(["Second 5", "First 7"]);
        panel.HasNoCatalyst.ShouldBeTrue();
    }

    [Fact]
    public void WriteNewest_TakesTheNewest_WhenNewsWasAskedFor()
    {
        var panel = PanelWriter.WriteNewest(
            [.. "abcdefgh".Select((name, index) => GivenNews.Story($"Plain {name}", $"10:0{index}"))],
            [],
            Move,
            1
        );

        panel.Lines.Select(line => line.Title[^1]).ShouldBe("hgfedc");
        panel.More.ShouldBe(2);
    }

    [Fact]
    public void Write_ShowsWhatAStoryIs_LineByLine()
    {
        var retracted = GivenNews.Story("Nvidia falls 14% before the open", "13:00", null, "wire", "other") with
        {
            Status = StoryStatus.Retracted,
            ChangedAt = Given.At("14:00"),
        };
        var unknown = new StoryIndex(GivenNews.Tagger(), []).Take(GivenNews.Article("AMD falls 9%"), Given.At("12:00")).Story;

        var lines = Write([retracted, unknown], []).Lines;

        (lines[0].Source, lines[0].Sources, lines[0].Status, lines[0].ChangedAt, lines[0].Claim).ShouldBe(
            ("wire", 2, StoryStatus.Retracted, Given.At("14:00"), "NVDA \"falls 14%\"")
        );
        // AMD does not belong to this move.
        (lines[1].IsFirstSeen, lines[1].Time, lines[1].Claim).ShouldBe((true, Given.At("12:00"), null));
    }

    private static PublishedPanel Write(IReadOnlyList<Story> since, IReadOnlyList<Story> memory) =>
        PanelWriter.Write(since, memory, Move, 3);
}
