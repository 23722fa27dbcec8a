using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Ports;
using MarketAlerts.Functions.Messaging;
using MarketAlerts.Functions.Triggers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace MarketAlerts.Functions.Tests.Composition;

public sealed class CompositionTests
{
    public static TheoryData<Type> Functions => [.. typeof(PollQuotes).Assembly.GetTypes()
        .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), false)))];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Build_CanMakeTheFunction_WhenTheAppIsComposed(Type function)
    {
        await using var services = GivenApp.Build();
        await using var scope = services.CreateAsyncScope();

        ActivatorUtilities.CreateInstance(scope.ServiceProvider, function).ShouldNotBeNull();
    }

    [Fact]
    public void Functions_AreNine_WhenTheAppIsRead() => Functions.Count.ShouldBe(9);

    [Fact]
    public async Task Build_TakesServiceBusAndTables_WhenTheAppIsComposed()
    {
        await using var services = GivenApp.Build();

        services.GetRequiredService<IMessagePublisher>().ShouldBeOfType<ServiceBusPublisher>();
        services.GetRequiredService<IRecipientStore>().ShouldBeOfType<TableRecipientStore>();
        services.GetRequiredService<TimeProvider>().ShouldBe(TimeProvider.System);
    }

    [Theory]
    [InlineData("Quotes:Massive:ApiKey", true)]
    [InlineData("Quotes:Finnhub:ApiKey", false)]
    [InlineData("Quotes:Stooq:DelaySeconds", false)] // No key at all: Stooq stands in.
    public async Task Build_HasDailyHistory_WhereASourceHas(string key, bool expected)
    {
        await using var services = GivenApp.Build((key, "900"));

        services.GetRequiredService<IDailyHistorySource>().IsThere.ShouldBe(expected);
    }
}
