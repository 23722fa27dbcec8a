using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Tests.Detection;

/// <summary>All stood at 100 at 15:00; NVDA jumps 12 % at 15:01.</summary>
public sealed class PollEvidenceTests
{
    // The share asked for is 33.3 %: one of three suffices and one of four does not; one peer alone is no basket. Who has no quote in this
    // poll is nobody. Seen to fail without PeersAgree in ReasonOf.
    [Theory]
    [InlineData("AMD:-2 AVGO:0 MU:0", VerdictReason.JumpConfirmedByPeers)]
    [InlineData("AMD:-2 AVGO:0 MU:0 TXN:1", VerdictReason.LoneJump)]
    [InlineData("AMD:-1.9 AVGO:0", VerdictReason.LoneJump)]
    [InlineData("AMD:5 AVGO:5", VerdictReason.LoneJump)]
    [InlineData("AMD:-9", VerdictReason.LoneJump)]
    public void Detect_BelievesAJump_WhenAThirdOfThePeersWentTheSameWay(string steps, VerdictReason expected)
    {
        var peers = steps
            .Split(' ')
            .Select(pair => pair.Split(':'))
            .Select(pair => (Symbol: pair[0], Last: 100 + double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)))
            .ToArray();
        var run = RunOf(["NVDA", .. peers.Select(peer => peer.Symbol), "SILENT"]);

        run.Judge(Given.Quote("NVDA", "15:01", 88), [.. peers.Select(peer => Given.Quote(peer.Symbol, "15:01", peer.Last))])
            .ShouldBe(expected);
    }

    [Fact]
    public void Detect_HoldsAJump_WhenTheAgreeingPeersAreThemselvesRejected()
    {
        var run = RunOf(["NVDA", "MU", "AMD"]);

        run.PollAt(Given.At("15:10"), [Given.Quote("NVDA", "15:10", 88), Given.Quote("MU", "15:01", 90), Given.Quote("AMD", "15:01", 90)]);

        run.Verdicts.Select(verdict => verdict.Reason).ShouldBe([VerdictReason.LoneJump, VerdictReason.Stale, VerdictReason.Stale]);
    }

    [Fact]
    public void Detect_CountsThePeersStepsFromThePreviousClose_AtTheFirstQuotes()
    {
        var run = new PageRun("NVDA MU AMD", new Basket("chips", Given.Syms("NVDA MU AMD"), null));

        run.Judge(Given.Quote("NVDA", "14:31", 88), Given.Quote("MU", "14:31", 97), Given.Quote("AMD", "14:31", 100))
            .ShouldBe(VerdictReason.JumpConfirmedByPeers);
    }

    [Fact]
    public void Detect_CountsThePeersStepsFromTheLastPrice_AfterThem()
    {
        // MU and AMD stand 10 % below their previous close, but they did so before: in this poll nothing moved them.
        var run = new PageRun(
            Given.Page(Given.State("NVDA", "15:00", 100), Given.State("MU", "15:00", 90), Given.State("AMD", "15:00", 90)),
            new Basket("chips", Given.Syms("NVDA MU AMD"), null)
        );

        run.Judge(Given.Quote("NVDA", "15:01", 88), Given.Quote("MU", "15:01", 90), Given.Quote("AMD", "15:01", 90))
            .ShouldBe(VerdictReason.LoneJump);
    }

    private static PageRun RunOf(string[] symbols) =>
        new(
            Given.Page([.. symbols.Select(symbol => Given.State(symbol, "15:00", 100))]),
            new Basket("chips", [.. symbols.Select(Given.Sym)], null)
        );
}
