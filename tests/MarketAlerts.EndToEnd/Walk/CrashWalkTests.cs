using System.Collections.Concurrent;

namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// The host dies at every step of route and flush there is, before the step has its effect and after it: the mails of an undisturbed day
/// come all the same.
/// </summary>
public sealed class CrashWalkTests(EnteredSubscribers entered) : IClassFixture<EnteredSubscribers>
{
    private const int RunsAtATime = 4;
    private const string Send = "send";

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Day_TakesEveryKindOfStep_WhenNobodyDies() =>
        (await UndisturbedAsync(1))
            .Distinct()
            .ShouldBe(
                ["POST Subscribers", "POST Incidents", "PUT Incidents", "POST $batch", "POST Health", "PUT Health", "publish", Send],
                ignoreOrder: true
            );

    // With one connection the steps have one order: a mail is in flight between its sending and the next step, which records it.
    [Fact]
    public async Task Day_LosesNothingAndDoublesOnlyTheMailInFlight_WhenTheHostDiesAtAnyStep()
    {
        var steps = await UndisturbedAsync(1);

        await WalkAsync(1, Deaths(steps), death => steps[death.After ? death.Step - 1 : Math.Max(0, death.Step - 2)] is Send ? 1 : 0);
    }

    [Fact]
    public async Task Day_DoublesAtMostOneMailAConnection_WhenSeveralAreInFlight()
    {
        const int Connections = 4;
        var steps = await UndisturbedAsync(Connections);

        await WalkAsync(Connections, Deaths(steps).Where(death => death.After && steps[death.Step - 1] is Send), _ => Connections);
    }

    private static IEnumerable<(int Step, bool After)> Deaths(IReadOnlyList<string> steps) =>
        Enumerable.Range(1, steps.Count).SelectMany(step => new[] { (step, false), (step, true) });

    private async Task<IReadOnlyList<string>> UndisturbedAsync(int connections)
    {
        var life = new Lifeline(null, false);
        await using var run = new WalkRun(await entered.Account.OpenAsync(Stopping), connections, life);
        await run.PlayAsync(Stopping);
        run.Mails.ShouldBe(WalkDay.Mails, ignoreOrder: true);
        return life.Steps;
    }

    private async Task WalkAsync(int connections, IEnumerable<(int Step, bool After)> deaths, Func<(int Step, bool After), int> mostDoubles)
    {
        var failures = new ConcurrentBag<string>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = RunsAtATime, CancellationToken = Stopping };
        await Parallel.ForEachAsync(
            deaths,
            parallel,
            async (death, _) =>
            {
                var life = new Lifeline(death.Step, death.After);
                try
                {
                    await using var run = new WalkRun(await entered.Account.OpenAsync(Stopping), connections, life);
                    await run.PlayAsync(Stopping);
                    life.IsOver.ShouldBeTrue("it never came there");
                    await ShouldBeTheDayAsync(run, mostDoubles(death));
                }
                catch (Exception failure) when (!Stopping.IsCancellationRequested)
                {
                    failures.Add(
                        $"{(death.After ? "After" : "Before")} step {death.Step} "
                            + $"({(life.Steps is [.., var last] ? last : "none")}): {failure.Message}"
                    );
                }
            }
        );
        failures.ShouldBeEmpty();
    }

    private static async Task ShouldBeTheDayAsync(WalkRun run, int mostDoubles)
    {
        run.Mails.Distinct().ShouldBe(WalkDay.Mails, ignoreOrder: true);
        run.MessageIds.Distinct().Count().ShouldBe(WalkDay.Mails.Length, "a double has the Message-ID of the first");
        run.MessageIds.CountBy(id => id).ShouldAllBe(same => same.Value <= 2);
        (run.MessageIds.Count - WalkDay.Mails.Length).ShouldBeInRange(0, mostDoubles, "doubles");
        (await run.UnrecordedAsync(Stopping)).ShouldBe(0, "mails that are not recorded as sent");
    }
}
