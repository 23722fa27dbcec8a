using MarketAlerts.Adapters.Calendar;
using MarketAlerts.Adapters.Quotes.Chain;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Market.Calendar;
using MarketAlerts.Core.Stages.Quotes;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.Functions.Composition;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Replay;
using MarketAlerts.LocalHost.Reports;
using MarketAlerts.LocalHost.Scenarios;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.EndToEnd.Sources;

/// <summary>
/// A scenario whose quotes come over HTTP: two servers tell them as Massive and Alpaca do, the production chain reads them, and the rest is
/// a replay as ever.
/// </summary>
internal static class ProvidedReplay
{
    /// <summary>Replays a scenario.</summary>
    /// <param name="name">The scenario.</param>
    /// <param name="primary">What the primary answers at an instant instead of its quotes, or null.</param>
    /// <param name="stopping">Cancels.</param>
    public static async Task<(ReplayReport Report, int AskedSecond)> OfAsync(
        string name,
        Func<DateTimeOffset, RequestDelegate?> primary,
        CancellationToken stopping
    )
    {
        var azurite = await Azurite.OpenAsync(stopping);
        await using var mail = new SmtpSink();
        await using var massive = await FakeServer.StartAsync();
        await using var alpaca = await FakeServer.StartAsync();
        await using var app = Compose(name, Settings(azurite, mail, massive, alpaca));
        var (source, clock) = (app.Services.GetRequiredService<ScenarioQuoteSource>(), app.Services.GetRequiredService<VirtualTime>());
        massive.Answer = context => (primary(clock.GetUtcNow()) ?? Answering(source, "tickers", ProviderBodies.Massive))(context);
        alpaca.Answer = Answering(source, "symbols", ProviderBodies.Alpaca);
        await app.Services.GetRequiredService<ReplayRunner>().RunAsync(new ReplaySpeed(null), stopping);
        return (await app.Services.GetRequiredService<ReportWriter>().ReadAsync(stopping), alpaca.Asked.Count);
    }

    private static WebApplication Compose(string name, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        var calendar = new MarketCalendar(CalendarFile.Read(new CalendarOptions()));
        builder
            .Services.AddLaptop(builder.Configuration)
            .AddReplay(builder.Configuration, ScenarioLoader.Read(Repository.Scenario(name), calendar))
            .AddQuoteSources(builder.Configuration)
            .AddSingleton<ScenarioQuoteSource>()
            .AddSingleton<IQuoteSource>(provider => provider.GetRequiredService<QuoteChain>())
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<VirtualTime>());
        return builder.Build();
    }

    private static Dictionary<string, string?> Settings(Azurite azurite, SmtpSink mail, FakeServer massive, FakeServer alpaca) =>
        new()
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Email:Smtp:Port"] = $"{mail.Port}",
            ["Links:BaseUrl"] = "http://127.0.0.1:1",
            ["Links:SigningKey"] = TestKeys.Signing,
            ["Delivery:Buckets"] = "4",
            ["Delivery:KeepSentMails"] = "true",
            ["Quotes:Sources:0"] = "massive",
            ["Quotes:Sources:1"] = "alpaca",
            ["Quotes:Massive:BaseUrl"] = massive.Url,
            ["Quotes:Massive:ApiKey"] = "key",
            ["Quotes:Massive:DelaySeconds"] = "0",
            ["Quotes:Massive:CallsPerMinute"] = "1000",
            ["Quotes:Alpaca:BaseUrl"] = alpaca.Url,
            ["Quotes:Alpaca:ApiKey"] = "key",
            ["Quotes:Alpaca:ApiSecret"] = "secret",
        };

    private static RequestDelegate Answering(ScenarioQuoteSource source, string parameter, Func<IEnumerable<Quote>, string> body) =>
        async context =>
        {
            var symbols = context
                .Request.Query[parameter]
                .ToString()
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(Symbol.Parse)
                .ToArray();
            var answer = await source.GetAsync(symbols, context.RequestAborted);
            await Answers.Text(body(answer.Quotes))(context);
        };
}
