using MarketAlerts.LocalHost.Commands.Cost;

namespace MarketAlerts.LocalHost.Tests.Cost;

public sealed class LimitsTests
{
    [Fact]
    public void All_Hold_WhenAMillionSubscribersAreTold() =>
        new Limits(new CostInputs(10_000, 1_000_000, 5), Operations.BuiltIn).All.ShouldAllBe(limit => limit.Holds);

    [Fact]
    public void All_SayWhich_WhenABucketHasTooManySubscribers()
    {
        // 10,000,000 subscribers in 64 buckets filed in a minute: 2,630 rows a second in each.
        var exceeded = new Limits(new CostInputs(100_000, 10_000_000, 0.1), Operations.BuiltIn).All.Where(limit => !limit.Holds).ToArray();

        exceeded.ShouldHaveSingleItem().Name.ShouldBe("rows a second in one bucket (partition), filing");
        exceeded[0].Value.ShouldBe(2_630, 1);
    }

    [Fact]
    public void MailsAMinute_AreThoseOfEverybody_WithinFifteen() =>
        new Limits(new CostInputs(500, 1_000_000, 1), Operations.BuiltIn).MailsAMinute.ShouldBe(66_667);
}
