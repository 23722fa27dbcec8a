using System.Globalization;
using MarketAlerts.Core.Ports;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Testing.Crowd;
using MarketAlerts.Testing.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Crowd;

/// <summary>One crash and 2,000 readers, from the quotes to a mail server that takes every mail. The same with 10,000, and how long it takes, is benchmark W4e.</summary>
public sealed class CrowdTests
{
    private const int Readers = 2_000;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Crash_IsOneAcceptedMailToEach_WhenManyReadersAskedForIt()
    {
        await using var mail = new SmtpSink { KeepsBytes = false };
        var (time, messages) = (new FakeTimeProvider(CrowdDesk.Start), new CrowdMessages());
        var quotes = new CrowdQuotes(time);
        await using var services = TestComposition.Build(
            await Azurite.OpenAsync(Stopping),
            time,
            replaced => replaced.AddSingleton<IQuoteSource>(quotes).AddSingleton<IMessagePublisher>(messages),
            ("Email:Smtp:Port", mail.Port.ToString(CultureInfo.InvariantCulture))
        );
        var desk = new CrowdDesk(services, time, quotes, messages, Readers);
        await desk.EnterAsync(Stopping);

        var wakeUps = await desk.RouteAsync(await desk.FallAsync(Stopping), Stopping);
        await desk.FlushAsync(wakeUps, Stopping);

        mail.Mails.Select(taken => taken.To[0]).Order(StringComparer.Ordinal).ShouldBe(desk.Addresses);
        var store = services.GetRequiredService<IRecipientStore>();
        foreach (var bucket in (await store.BucketsAsync(Stopping)).All)
        {
            (await store.FirstDueAsync(bucket, Stopping)).ShouldBeNull();
        }
    }
}
