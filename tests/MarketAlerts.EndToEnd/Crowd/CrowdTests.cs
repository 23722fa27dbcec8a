using System.Globalization;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Crowd;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Crowd;

/// <summary>
/// One crash and 2,000 subscribers, from the quotes to a mail server that takes every mail. The same with 10,000, and how long it takes, is
/// benchmark W4e.
/// </summary>
public sealed class CrowdTests
{
    private const int Subscribers = 2_000;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Crash_IsOneAcceptedMailToEach_WhenManySubscribersAskedForIt()
    {
        await using var mail = new SmtpSink { KeepsBytes = false };
        var (time, messages) = (new FakeTimeProvider(CrowdWorld.Start), new CrowdMessages());
        var quotes = new CrowdQuotes(time);
        await using var services = TestComposition.Build(
            await Azurite.OpenAsync(Stopping),
            time,
            replaced => replaced.AddSingleton<IQuoteSource>(quotes).AddSingleton<IMessagePublisher>(messages),
            ("Email:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture))
        );
        var desk = new CrowdWorld(services, time, quotes, messages, Subscribers);
        await desk.EnterAsync(Stopping);

        var flushRequests = await desk.RouteAsync(await desk.FallAsync(Stopping), Stopping);
        await desk.FlushAsync(flushRequests, Stopping);

        mail.Mails.Select(taken => taken.To[0]).Order(StringComparer.Ordinal).ShouldBe(desk.Addresses);
        var store = SubscriberStores.Of(services);
        foreach (var bucket in (await store.Profiles.BucketsAsync(Stopping)).All)
        {
            (await store.Deliveries.FirstDueAsync(bucket, Stopping)).ShouldBeNull();
        }
    }
}
