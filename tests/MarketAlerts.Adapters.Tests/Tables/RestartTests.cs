using FsCheck.Xunit;

namespace MarketAlerts.Adapters.Tests.Tables;

/// <summary>A page that is stored and read between two polls goes on as if nothing had happened.</summary>
public sealed class RestartTests
{
    private const int Length = 300;
    private static readonly Lazy<string> Detected = new(DetectAll);

    [Property(MaxTest = 25)]
    public void Detect_GivesTheSameVerdictsAndCrossings_WhenThePageIsReadAgainAfterEveryPoll(ulong seed)
    {
        var (undisturbed, restarted) = (new PageReplay(seed), new PageReplay(seed));
        foreach (var poll in new RandomMarket(seed).Polls(Length))
        {
            var expected = undisturbed.Take(poll, restart: false).Detected;
            var actual = restarted.Take(poll, restart: true).Detected;

            actual.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("LoneJump")]
    [InlineData("JumpConfirmedByNextQuote")]
    [InlineData("JumpConfirmedByPeers")]
    [InlineData("JumpConfirmedByVolume")]
    [InlineData("SplitOrCrash")]
    [InlineData("LooksLikeSplit")]
    [InlineData("Reason = Halted")]
    [InlineData("Metric = Halted")]
    [InlineData("Metric = Move5m")]
    [InlineData("Metric = Move60m")]
    [InlineData("Metric = Relative")]
    [InlineData("Metric = Price")]
    [InlineData("Metric = Surprise")]
    [InlineData("Metric = PreMove")]
    [InlineData("Metric = AfterMove")]
    [InlineData("LateSubscription = 1")]
    public void Detect_MeetsEverything_WhenTheMarketIsInvented(string kind) => Detected.Value.ShouldContain(kind);

    private static string DetectAll()
    {
        var texts = new List<string>();
        for (var seed = 0UL; seed < 15; seed++)
        {
            var replay = new PageReplay(seed);
            texts.AddRange(new RandomMarket(seed).Polls(Length).Select(poll => replay.Take(poll, restart: false).Detected));
        }

        return string.Join('\n', texts);
    }
}
