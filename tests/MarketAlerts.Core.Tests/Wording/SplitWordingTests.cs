using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Tests.Subscribers;
using MarketAlerts.Core.Wording;

namespace MarketAlerts.Core.Tests.Wording;

public sealed class SplitWordingTests
{
    [Fact]
    public void Write_NamesEveryRuleBeforeAndAfter_AndThoseThatStay() =>
        SplitWording
            .Write(
                GivenSplit.Nvda with
                {
                    NewSharesPerOld = 0.05,
                },
                [
                    (Rule.FromText("NVDA below 5"), Rule.FromText("NVDA below 100")),
                    (Rule.FromText("NVDA above 7 once"), Rule.FromText("NVDA above 140 once")),
                ],
                [Rule.FromText("any of #chips below 9")]
            )
            .Text.ShouldBe(
                "NVDA split 1 for 20 on 27 January 2025: your rule 'NVDA below 5' is now 'NVDA below 100', and 'NVDA above 7 once' "
                    + "is now 'NVDA above 140 once'. "
                    + "'any of #chips below 9' stays as it is: one price for several stocks cannot be rescaled for one of them."
            );
}
