using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace MarketAlerts.AzureOutline.Tests;

public sealed class AttributeTests
{
    [Fact]
    public void FunctionAttribute_CarriesTheName_WhenReadFromTheMethod() =>
        On<FunctionAttribute>(nameof(Sample.Timer)).Name.ShouldBe("poll");

    [Fact]
    public void FunctionAttribute_Throws_WhenTheNameIsNull() =>
        Should.Throw<ArgumentNullException>(() => new FunctionAttribute(null!)).ParamName.ShouldBe("name");

    [Fact]
    public void TimerTrigger_MonitorsAndWaits_WhenOnlyTheScheduleIsGiven()
    {
        var trigger = OnParameter<TimerTriggerAttribute>(nameof(Sample.Timer));

        (trigger.Schedule, trigger.UseMonitor, trigger.RunOnStartup).ShouldBe(("0 * * * * *", true, false));
    }

    [Fact]
    public void TimerTrigger_CarriesTheSettings_WhenTheyAreGiven()
    {
        var trigger = new TimerTriggerAttribute("%Poll%") { UseMonitor = false, RunOnStartup = true };

        (trigger.Schedule, trigger.UseMonitor, trigger.RunOnStartup).ShouldBe(("%Poll%", false, true));
    }

    [Fact]
    public void ServiceBusTrigger_CarriesTheQueue_WhenBoundToAQueue()
    {
        var trigger = OnParameter<ServiceBusTriggerAttribute>(nameof(Sample.Queue));

        (trigger.QueueName, trigger.TopicName, trigger.SubscriptionName).ShouldBe(("events", null, null));
        (trigger.Connection, trigger.IsSessionsEnabled, trigger.IsBatched, trigger.AutoCompleteMessages)
            .ShouldBe(("ServiceBus", true, true, true));
    }

    [Fact]
    public void ServiceBusTrigger_CarriesTheSubscription_WhenBoundToATopic()
    {
        var trigger = new ServiceBusTriggerAttribute("news", "tagger");

        (trigger.QueueName, trigger.TopicName, trigger.SubscriptionName).ShouldBe((null, "news", "tagger"));
        (trigger.Connection, trigger.IsSessionsEnabled, trigger.IsBatched, trigger.AutoCompleteMessages)
            .ShouldBe((null, false, false, false));
    }

    [Fact]
    public void HttpTrigger_CarriesLevelMethodsAndRoute_WhenAllAreGiven()
    {
        var trigger = OnParameter<HttpTriggerAttribute>(nameof(Sample.Http));

        trigger.AuthLevel.ShouldBe(AuthorizationLevel.Admin);
        trigger.Methods.ShouldBe(["get", "post"]);
        trigger.Route.ShouldBe("links/{id}");
    }

    [Fact]
    public void HttpTrigger_HasTheDefaultsOfItsConstructor_WhenLittleIsGiven()
    {
        new HttpTriggerAttribute().AuthLevel.ShouldBe(AuthorizationLevel.Function);
        new HttpTriggerAttribute("get").Methods.ShouldBe(["get"]);
        new HttpTriggerAttribute(AuthorizationLevel.Anonymous).Methods.ShouldBeNull();
    }

    [Theory]
    [InlineData(typeof(FunctionAttribute), AttributeTargets.Method)]
    [InlineData(typeof(BindingAttribute), AttributeTargets.Method)]
    [InlineData(typeof(TriggerBindingAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(OutputBindingAttribute), AttributeTargets.Method | AttributeTargets.Property)]
    [InlineData(typeof(TimerTriggerAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(ServiceBusTriggerAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(HttpTriggerAttribute), AttributeTargets.Parameter)]
    public void AttributeUsage_NamesThePlace_WhenReadFromTheAttribute(Type attribute, AttributeTargets place)
    {
        var usage = (AttributeUsageAttribute)Attribute.GetCustomAttribute(attribute, typeof(AttributeUsageAttribute))!;

        (usage.ValidOn, usage.AllowMultiple).ShouldBe((place, false));
    }

    private static T On<T>(string method)
        where T : Attribute =>
        (T)Attribute.GetCustomAttribute(typeof(Sample).GetMethod(method)!, typeof(T))!;

    private static T OnParameter<T>(string method)
        where T : Attribute =>
        (T)Attribute.GetCustomAttribute(typeof(Sample).GetMethod(method)!.GetParameters()[0], typeof(T))!;

    private static class Sample
    {
        [Function("poll")]
        public static TimerInfo Timer([TimerTrigger("0 * * * * *")] TimerInfo timer) => timer;

        [Function("take")]
        public static string Queue(
            [ServiceBusTrigger("events", Connection = "ServiceBus", IsSessionsEnabled = true, IsBatched = true, AutoCompleteMessages = true)] string body) => body;

        [Function("links")]
        public static string Http([HttpTrigger(AuthorizationLevel.Admin, "get", "post", Route = "links/{id}")] string request) => request;
    }
}
