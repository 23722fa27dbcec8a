using MarketAlerts.Adapters.Http;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Http;

public sealed class CallBudgetTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 27, 23, 58, 30, TimeSpan.Zero));

    [Fact]
    public void Take_WaitsForTheNextMinute_WhenTheMinuteIsUsedUp()
    {
        var budget = new CallBudget(2, null, _clock);
        (budget.Take(), budget.Take()).ShouldBe((null, null));

        budget.Take().ShouldBe(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30));

        budget.Take().ShouldBeNull();
    }

    [Fact]
    public void Take_WaitsForTheNextDay_WhenTheDayIsUsedUp()
    {
        var budget = new CallBudget(100, 1, _clock);
        budget.Take().ShouldBeNull();

        budget.Take().ShouldBe(TimeSpan.FromSeconds(90));
        _clock.Advance(TimeSpan.FromSeconds(90));

        budget.Take().ShouldBeNull();
    }

    // It is 23:58:30: the hour ends in 90 s.
    [Fact]
    public void Take_WaitsForTheNextHour_WhenTheHourIsUsedUp()
    {
        var budget = new CallBudget(100, 1_000, _clock, perHour: 2);
        (budget.Take(), budget.Take()).ShouldBe((null, null));
        _clock.Advance(TimeSpan.FromSeconds(30));

        budget.Take().ShouldBe(TimeSpan.FromSeconds(60));
        _clock.Advance(TimeSpan.FromSeconds(60));

        budget.Take().ShouldBeNull();
    }

    [Fact]
    public void Words_NameTheHour_OnlyWhereThePlanDoes()
    {
        new CallBudget(5, 1_000, _clock, perHour: 50)
            .UsedUp("wire", TimeSpan.Zero)
            .Message.ShouldContain("(5 a minute, 50 an hour, 1000 a day)");
        new CallBudget(5, null, _clock).UsedUp("wire", TimeSpan.Zero).Message.ShouldContain("(5 a minute, any number a day)");
    }

    [Fact]
    public void Take_CountsSymbols_WhereThePlanDoes()
    {
        var budget = new CallBudget(8, 800, _clock);

        budget.Take(5).ShouldBeNull();
        budget.Take(5).ShouldNotBeNull("ten symbols are more than eight");
    }

    // Of 5 calls a minute what can wait gets 2, and of 6 a day 3; never the last ones of the others.
    [Fact]
    public void TakeSpare_LeavesHalfOfMinuteAndDay_ToCallsThatCannotWait()
    {
        var budget = new CallBudget(5, 6, _clock);

        (budget.TakeSpare(), budget.TakeSpare()).ShouldBe((null, null));
        budget.TakeSpare().ShouldBe(TimeSpan.FromSeconds(30));
        (budget.Take(), budget.Take(), budget.Take()).ShouldBe((null, null, null));
        budget.Take().ShouldBe(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30));

        budget.TakeSpare().ShouldBeNull();
        budget.TakeSpare().ShouldBe(TimeSpan.FromSeconds(60), "the day's half is used up, and so is the day");
    }

    [Fact]
    public void TakeSpare_HasNothing_WhereThePlanAllowsOneCallOnly()
    {
        var budget = new CallBudget(1, null, _clock);

        budget.TakeSpare().ShouldNotBeNull();
        budget.Take().ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 3)] // Half of 7.
    [InlineData(false, 7)]
    public async Task SendAsync_TakesWhatTheRequestCosts_FromTheShareOfItsKind(bool isSpare, int share)
    {
        using var client = new HttpClient(new BudgetHandler("one", new CallBudget(7, null, _clock), isSpare) { InnerHandler = new Echo() });

        await client.SendAsync(Costing(share), TestContext.Current.CancellationToken);
        var refusal = await Should.ThrowAsync<FetchException>(client.SendAsync(Costing(1), TestContext.Current.CancellationToken));

        (refusal.Fault, refusal.IsOwnBudget).ShouldBe((FetchFault.Busy, true));
    }

    private static HttpRequestMessage Costing(int cost)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "http://one.example/");
        request.Options.Set(BudgetHandler.Cost, cost);
        return request;
    }

    [Fact]
    public async Task SendAsync_RefusesTheCall_ThatThePlanDoesNotAllow()
    {
        using var client = new HttpClient(new BudgetHandler("one", new CallBudget(1, 100, _clock)) { InnerHandler = new Echo() });
        await client.GetAsync("http://one.example/", TestContext.Current.CancellationToken);

        var refusal = await Should.ThrowAsync<FetchException>(
            client.GetAsync("http://one.example/", TestContext.Current.CancellationToken)
        );

        (refusal.Fault, refusal.RetryAfter).ShouldBe((FetchFault.Busy, TimeSpan.FromSeconds(30)));
        refusal.Message.ShouldBe("one is not asked: the calls of its plan are used up (1 a minute, 100 a day).");
    }

    private sealed class Echo : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage());
    }
}
