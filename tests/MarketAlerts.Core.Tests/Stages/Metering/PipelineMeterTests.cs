using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Market.Verdicts;
using MarketAlerts.Core.Stages.Metering;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages.Metering;

public sealed class PipelineMeterTests : IDisposable
{
    private readonly MeasuredMeter _measured = new();

    public void Dispose() => _measured.Dispose();

    [Fact]
    public void Polled_CountsByVerdict_WithItsReason()
    {
        Verdict[] notable =
        [
            new(Given.Sym("NVDA"), Given.At("14:31"), 9, VerdictReason.PriceNotPositive),
            new(Given.Sym("AMD"), Given.At("14:31"), 0, VerdictReason.PriceNotPositive),
            new(Given.Sym("MU"), Given.At("14:31"), 90, VerdictReason.JumpConfirmedByPeers),
        ];

        new PipelineMeter(_measured).Polled(10, notable, 4);

        _measured.Measured.ShouldBe([
            "marketalerts.quotes 7 {quote} verdict=accept reason=accepted",
            "marketalerts.quotes 2 {quote} verdict=reject reason=pricenotpositive",
            "marketalerts.quotes 1 {quote} verdict=accept reason=jumpconfirmedbypeers",
            "marketalerts.crossings 4 {crossing} ",
        ]);
    }

    [Fact]
    public void Stepped_CountsByStepAndWhatMadeIt()
    {
        var meter = new PipelineMeter(_measured);
        meter.Stepped(DeliveryStep.Sent, ChannelKind.Email);
        meter.Stepped(DeliveryStep.Held, DeliveryReason.QuietHours);

        _measured.Measured.ShouldBe([
            "marketalerts.deliveries 1 {step} step=sent reason=email",
            "marketalerts.deliveries 1 {step} step=held reason=quiethours",
        ]);
    }
}
