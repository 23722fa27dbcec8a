using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

/// <summary>The figures are worked by hand: 8,190 polls are 21 sessions of 390 minutes, 43,200 minutes a month of 30 days.</summary>
public sealed class CostModelTests
{
    private static readonly Operations Counted = new()
    {
        CalmPage = 2,
        CrossingPage = 3,
        FirstReadOfASymbol = 1,
        Baskets = 3,
        BasketsPage = 1,
        FlushDueBucket = 1,
        QuietFeed = 2,
        Route = 6,
        RouteEvent = 3,
        RouteSubscriber = 0.01,
        RouteBucket = 1,
        Flush = 12,
        MailOfAFew = 3,
        MailOfMany = 1.5,
        BytesAMail = 6_000,
        BytesASubscriber = 2_000,
        BytesAPage = 100_000,
    };

    [Fact]
    public void Parts_AreThoseOfPolling_WhenNobodyIsTold()
    {
        var model = new CostModel(new CostInputs(500, 1, 0), Counted);

        // 8,190 pages: two requests each, and 500 closes on each of 21 days; a second of half a GB each; three operations a message.
        PartOf(model, "ReadQuotes").ShouldBe(new Usage("ReadQuotes", 8_190, 4_095, 24_570, 26_880));
        // Three requests and one for the page, 8,190 times; the timer fires eleven hours of five days of seven: 14,143 times. Another fires
        // at night too: 64 buckets.
        PartOf(model, "PollBaskets")
            .ShouldBe(new Usage("PollBaskets", CostInputs.MarketMinutes, CostInputs.MarketMinutes / 2, 0, 32_760));
        CostInputs.MarketMinutes.ShouldBe(14_143, 1);
        PartOf(model, "FlushDue").ShouldBe(new Usage("FlushDue", 43_200, 21_600, 0, 2_764_800));
        // Five feeds every five minutes, together.
        PartOf(model, "ReadFeed").ShouldBe(new Usage("ReadFeed", 43_200, 4_320, 129_600, 86_400));
        PartOf(model, "RouteEvents").ShouldBe(new Usage("RouteEvents", 0, 0, 0, 0));
        PartOf(model, "Notify").ShouldBe(new Usage("Notify", 0, 0, 0, 0));
    }

    [Fact]
    public void Parts_GrowWithPages_WhenThereAreMoreSymbols()
    {
        var model = new CostModel(new CostInputs(10_000, 1, 0), Counted);

        // 20 pages at once are two instances for a second: 8,190 times 1 GB-s.
        PartOf(model, "ReadQuotes").ShouldBe(new Usage("ReadQuotes", 163_800, 8_190, 491_400, 327_600 + 210_000));
        PartOf(model, "PollBaskets").TableRequests.ShouldBe(8_190 * 23);
    }

    [Fact]
    public void Parts_HaveAFlushForEachBucketTold_WhenEveryPollCrosses()
    {
        // So many events and subscribers that every poll is a message and every bucket is told: 390 messages a day to 64 buckets, at two
        // moments each.
        var model = new CostModel(new CostInputs(500, 1_000_000, 1) { EventsPerSymbol = 1_000 }, Counted);

        model.Flushes.ShouldBe(390 * 128 * 21, 1);
        model.MailsOfAFlush.ShouldBe(1_000_000.0 / 390 / 128, 0.01); // 20.03.
        PartOf(model, "Notify").BusOperations.ShouldBe(3.0 * 390 * 128 * 21, 3);
        // 20.03 mails of 15,625 subscribers: 12 and 1.5 each, and two times 16 pages of a thousand rows.
        PartOf(model, "Notify").TableRequests.ShouldBe(390 * 128 * 21 * (12 + (1.5 * 20.0321) + 32), 100);
    }

    [Fact]
    public void Parts_FlushABucketOnceAMoment_WhateverPagesWakeIt()
    {
        var (one, twenty) = (ModelOf(500, 1_000), ModelOf(10_000, 1_000));

        twenty.Flushes.ShouldBe(one.Flushes, 1);
        // Twenty messages a poll ask for it, the queue keeps one of them: received and completed once.
        PartOf(twenty, "Notify").BusOperations.ShouldBe(390 * 21 * ((20 * 128) + (2 * 128)), 2_000);

        static CostModel ModelOf(int symbols, double events) =>
            new(new CostInputs(symbols, 10_000_000, 1) { EventsPerSymbol = events }, Counted);
    }

    [Theory]
    [InlineData(1, 15)] // 12 + 3.
    [InlineData(20, 72)] // 12 + 20 times 3.
    [InlineData(30, 59)] // 12 + 30 times 1.5, and a thousand subscribers' profiles and histories in a request each.
    public void RequestsOfAFlush_ReadTogether_WhenTheyAreMany(double mails, double requests) =>
        new CostModel(new CostInputs(500, 64_000, 1), Counted).RequestsOfAFlush(mails).ShouldBe(requests);

    [Fact]
    public void Gigabytes_AreWhatIsKept_WhenMailsAreRemoved() =>
        // 1,000 subscribers: 14 of 30 days of 21,000 mails of 6 kB, 2 kB each, and two pages of 100 kB.
        new CostModel(new CostInputs(1_000, 1_000, 1), Counted).Gigabytes.ShouldBe((9_800 * 6e3 / 1e9) + 0.002 + 0.0002, 1e-9);

    private static Usage PartOf(CostModel model, string name) => model.Parts.Single(part => part.Name == name);
}
