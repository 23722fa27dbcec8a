using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Core.Tests.Deliveries;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void Defaults_AreTheDesigns()
    {
        var delivery = new DeliveryOptions();

        (
            delivery.SevereWaitSeconds,
            delivery.PlainWaitSeconds,
            delivery.MemberUpdateWaitMinutes,
            delivery.MemberUpdatesPerSession
        ).ShouldBe((30, 45, 30, 2));
        (delivery.LateAfterMinutes, delivery.ResendAfterSeconds, delivery.Buckets, delivery.SubscribersPerFlush).ShouldBe(
            (15, 120, 64, 500)
        );
        DeliveryOptions.Section.ShouldBe("Delivery");
        OptionsCheck.Failures(delivery).ShouldBeEmpty();
    }

    [Fact]
    public void Validation_NamesEveryWrongValue() =>
        OptionsCheck
            .Failures(
                new DeliveryOptions
                {
                    SevereWaitSeconds = -1,
                    PlainWaitSeconds = 3_601,
                    MemberUpdateWaitMinutes = 481,
                    MemberUpdatesPerSession = 101,
                    LateAfterMinutes = 0,
                    ResendAfterSeconds = 9,
                    Buckets = 0,
                    SubscribersPerFlush = 5_001,
                }
            )
            .ShouldBe([
                Failure("SevereWaitSeconds", "0 and 3600"),
                Failure("PlainWaitSeconds", "0 and 3600"),
                Failure("MemberUpdateWaitMinutes", "0 and 480"),
                Failure("MemberUpdatesPerSession", "0 and 100"),
                Failure("LateAfterMinutes", "1 and 1440"),
                Failure("ResendAfterSeconds", "10 and 3600"),
                Failure("Buckets", "1 and 1024"),
                Failure("SubscribersPerFlush", "1 and 5000"),
            ]);

    private static string Failure(string name, string range) =>
        $"DataAnnotation validation failed for 'DeliveryOptions' members: '{name}' with the error: 'The field {name} must be "
        + $"between {range}.'.";
}
