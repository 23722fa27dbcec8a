using MarketAlerts.Core.Stages;

namespace MarketAlerts.Core.Tests.Stages;

public sealed class OptimisticWriteTests
{
    private int _attempts;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_GivesWhatTheAttemptGave_ThatStands()
    {
        var result = await OptimisticWrite.RunAsync(LoseTwiceAsync, "lost", Token);

        (result, _attempts).ShouldBe(("attempt 3", 3));

        Task<(bool, string)> LoseTwiceAsync() => Task.FromResult((++_attempts is 3, $"attempt {_attempts}"));
    }

    [Fact]
    public async Task RunAsync_SaysWhatWasLost_WhenSomebodyElseIsAlwaysFaster()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(
            OptimisticWrite.RunAsync(LoseAsync, "The quota kept changing.", Token)
        );

        (failure.Message, _attempts).ShouldBe(("The quota kept changing.", OptimisticWrite.Attempts));
    }

    [Fact]
    public async Task RunAsync_PassesAFailureOn_AndDoesNotTryAgain()
    {
        await Should.ThrowAsync<TimeoutException>(OptimisticWrite.RunAsync(FailAsync, "lost", Token));

        _attempts.ShouldBe(1);

        Task<bool> FailAsync() => ++_attempts > 0 ? throw new TimeoutException() : Task.FromResult(true);
    }

    [Fact]
    public async Task RunAsync_Ends_WhenItIsCancelledBetweenTwoAttempts()
    {
        using var stopping = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(OptimisticWrite.RunAsync(CancelAsync, "lost", stopping.Token));

        _attempts.ShouldBe(2);

        async Task<bool> CancelAsync()
        {
            if (++_attempts is 2)
            {
                await stopping.CancelAsync();
            }

            return false;
        }
    }

    private Task<bool> LoseAsync()
    {
        _attempts++;
        return Task.FromResult(false);
    }
}
