using Azure.Messaging.ServiceBus;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class ServiceBusExceptionTests
{
    [Theory]
    [InlineData(ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(ServiceBusFailureReason.ServiceTimeout, true)]
    [InlineData(ServiceBusFailureReason.ServiceCommunicationProblem, true)]
    [InlineData(ServiceBusFailureReason.GeneralError, false)]
    [InlineData(ServiceBusFailureReason.QuotaExceeded, false)]
    [InlineData(ServiceBusFailureReason.MessageSizeExceeded, false)]
    public void IsTransient_FollowsTheReason_WhenOnlyTheReasonIsGiven(ServiceBusFailureReason reason, bool transient) =>
        new ServiceBusException("Failed.", reason).IsTransient.ShouldBe(transient);

    [Fact]
    public void ServiceBusException_CarriesItsValues_WhenAllAreGiven()
    {
        var cause = new TimeoutException();

        var failure = new ServiceBusException(true, "Failed.", "events", ServiceBusFailureReason.GeneralError, cause);

        (failure.IsTransient, failure.EntityPath, failure.Reason).ShouldBe((true, "events", ServiceBusFailureReason.GeneralError));
        failure.InnerException.ShouldBeSameAs(cause);
        failure.Message.ShouldBe("Failed. (events - GeneralError)");
    }

    [Fact]
    public void Message_NamesOnlyTheReason_WhenThereIsNoEntity() =>
        new ServiceBusException("Failed.", ServiceBusFailureReason.ServiceBusy).Message.ShouldBe("Failed. (ServiceBusy)");
}
