using MarketAlerts.Core.News;
using MarketAlerts.Core.News.Mentions;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.News;

public sealed class MentionMeterTests
{
    private TopicState _state = new(Target.Parse("s.NVDA"), Given.Day);

    [Fact]
    public void Take_CrossesOne_AtTheFirstStory() => At("10:00", "a").ShouldBe(["Mentions 0 10000"]);

    [Fact]
    public void Take_ChangesNothing_WhenAStoryIsTakenAgain()
    {
        At("10:00", "a");
        var before = _state;

        At("10:01", "a@10:00").ShouldBeEmpty();
        _state.ShouldBeSameAs(before);
    }

    // 10:00 one, 10:30 two, 11:10 one left of two: half, so the episode is over and the next story is news again.
    [Fact]
    public void Take_BeginsAnew_WhenTheHourIsBackAtHalf()
    {
        At("10:00", "a").ShouldBe(["Mentions 0 10000"]);
        At("10:30", "b").ShouldBe(["Mentions 10000 20000"]);
        At("11:10", "c").ShouldBe(["Mentions 0 20000"]);
    }

    // 10:00 to 10:20 three; at 11:05 two are left, more than half of three.
    [Fact]
    public void Take_SaysNothing_WhileTheHourStaysAboveHalf()
    {
        At("10:00", "a");
        At("10:10", "b");
        At("10:20", "c").ShouldBe(["Mentions 20000 30000"]);
        At("11:05", "d").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-01-26T10:00Z", 1)] // A day before it is seen: news.
    [InlineData("2025-01-26T09:59Z", 0)]
    public void Take_LeavesOut_WhatCameOutMoreThanADayBefore(string published, int counted) =>
        Take("10:00", GivenNews.Story("Nvidia old", published, "10:00")).Count.ShouldBe(counted);

    [Fact]
    public void Take_LeavesOut_WhatWasFirstSeenAnHourAgo() => Take("11:00", GivenNews.Story("Nvidia", "10:00", "10:00")).ShouldBeEmpty();

    // Twelve stories of the last hours, read at once after an outage: told, once, and no burst.
    [Fact]
    public void Take_CountsOneMention_WhenABacklogIsRead()
    {
        _state = new TopicState(Target.Parse("s.NVDA"), new DateOnly(2025, 1, 24));

        Take(
                "16:00",
                [
                    .. Enumerable
                        .Range(0, 12)
                        .Select(number =>
                            GivenNews.Story($"Nvidia {number}", Given.At("10:00").AddMinutes(20 * number).ToString("O"), "16:00")
                        ),
                ]
            )
            .ShouldBe(["Mentions 0 10000"]);
    }

    // Three days before today with 24, 0 and 48 stories: one an hour. Three stories are three times as many; two are no burst.
    [Fact]
    public void Take_CrossesABurst_InMultiplesOfTheUsualHour()
    {
        _state = new TopicState(Target.Parse("s.NVDA"), new DateOnly(2025, 1, 24))
        {
            Days = new SortedDictionary<DateOnly, int> { [new(2025, 1, 24)] = 24, [new(2025, 1, 26)] = 48 },
        };

        At("10:00", "a").ShouldBe(["Mentions 0 10000"]);
        At("10:01", "b").ShouldBe(["Mentions 10000 20000"]);
        At("10:02", "c").ShouldBe(["Mentions 20000 30000", "Burst 0 30000"]);
    }

    [Fact]
    public void Take_KnowsNoBurst_WithoutThreeDays()
    {
        _state = new TopicState(Target.Parse("s.NVDA"), new DateOnly(2025, 1, 25))
        {
            Days = new SortedDictionary<DateOnly, int> { [new(2025, 1, 25)] = 24 },
        };

        Take("10:00", [.. "abcd".Select(name => GivenNews.Story($"Nvidia {name}", "10:00"))]).ShouldBe(["Mentions 0 40000"]);
    }

    // No story in three days: one in four hours counts as usual, so three are twelve times as many.
    [Fact]
    public void Take_CountsOneInFourHoursAsUsual_WhenATopicWasSilent()
    {
        _state = new TopicState(Target.Parse("s.NVDA"), new DateOnly(2025, 1, 24));

        Take("10:00", [.. "abc".Select(name => GivenNews.Story($"Nvidia {name}", "10:00"))])
            .ShouldBe(["Mentions 0 30000", "Burst 0 120000"]);
    }

    [Fact]
    public void UsualOf_LooksBackTwoWeeks_AndNotAtToday()
    {
        _state = new TopicState(Target.Parse("s.NVDA"), new DateOnly(2025, 1, 1))
        {
            Days = new SortedDictionary<DateOnly, int>
            {
                [new(2025, 1, 12)] = 999,
                [new(2025, 1, 13)] = 336,
                [Given.Day] = 999,
            },
        };

        MentionMeter.UsualOf(_state, Given.At("10:00")).ShouldBe(1); // 336 / (24 x 14).
    }

    /// <summary>Takes stories named by a letter, seen then or when the name says.</summary>
    private IReadOnlyList<string> At(string time, string name) =>
        Take(time, GivenNews.Story($"Nvidia {name[0]}", name.Length > 1 ? name[2..] : time));

    private IReadOnlyList<string> Take(string time, params Story[] stories)
    {
        (_state, var crossings) = MentionMeter.Take(_state, stories, Given.At(time));
        return [.. crossings.Select(crossing => $"{crossing.Metric} {crossing.From} {crossing.To}")];
    }
}
