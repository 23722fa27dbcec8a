using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Tests.News.Contract;

public sealed class FeedContractTests
{
    public static TheoryData<string, string> Cases =>
        [.. from kind in FeedKinds.All from fault in FeedFaults.All select (kind.Name, fault.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_EndsAsDocumented_WhenTheServerAnswersSo(string kindName, string faultName)
    {
        var (kind, fault, waits) = (FeedKinds.Of(kindName), FeedFaults.Of(faultName), new TaskCompletionSource());
        await using var world = await FeedWorld.StartAsync(fault.Answer(kind, waits), fault.IsGuarded);

        var reading = kind.Read(world, TestContext.Current.CancellationToken);
        if (fault.Waits)
        {
            await waits.Task;
            world.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        var outcome = await OutcomeOf(reading, kind);

        outcome.ShouldBe(fault.Outcome);
        await ShouldRest(world, kind, fault.Rest);
        world.Asked.ShouldBeLessThanOrEqualTo(fault.IsGuarded ? 0 : 4);
    }

    private static async Task<string> OutcomeOf(Task<int> reading, FeedKind kind)
    {
        try
        {
            var items = await reading;
            return items == kind.Items ? FeedFault.AllItems
                : items is 0 ? FeedFault.NoItems
                : $"{items} items";
        }
        catch (FetchException error)
        {
            error.Message.ShouldNotContain("\n");
            error.Message.Length.ShouldBeLessThan(600);
            return error.Fault.ToString();
        }
    }

    /// <summary>The host is left alone until the time is over, and not longer.</summary>
    private static async Task ShouldRest(FeedWorld world, FeedKind kind, int? rest)
    {
        if (rest is not { } seconds)
        {
            return;
        }

        var asked = world.Asked;
        world.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        var error = await Should.ThrowAsync<FetchException>(() => kind.Read(world, TestContext.Current.CancellationToken));
        (error.Fault, error.RetryAfter, world.Asked).ShouldBe((FetchFault.Busy, TimeSpan.FromSeconds(1), asked));

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<FetchException>(() => kind.Read(world, TestContext.Current.CancellationToken));
        world.Asked.ShouldBe(asked + 1);
    }
}
