using Azure.Data.Tables;
using MarketAlerts.Adapters.Tables;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;
using MarketAlerts.Functions.Composition;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.LocalHost.Functions;
using MarketAlerts.LocalHost.Pumps;
using MarketAlerts.Testing;
using MarketAlerts.Testing.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.LocalHost.Tests.Pages;

/// <summary>
/// The HTTP functions as the laptop's host serves them: its composition and routes, on Kestrel and Azurite. Clock and catalog are the
/// test's.
/// </summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PageHost(WebApplication app, FakeTimeProvider time, FixedCatalog catalog)
    {
        (_app, Time, Catalog) = (app, time, catalog);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        Subscriber = new Subscriber(
            $"{TestStorage.Unique("reader")}@example.com",
            "Europe/Berlin",
            [Rule.FromText("NVDA falls 5% today"), Rule.FromText("#chips notable")],
            null,
            false
        );
    }

    /// <summary>Eleven in the morning in New York, five in the afternoon in Berlin.</summary>
    public FakeTimeProvider Time { get; }

    public FixedCatalog Catalog { get; }

    public HttpClient Client { get; }

    /// <summary>A subscriber of this test's own.</summary>
    public Subscriber Subscriber { get; set; }

    public static async Task<PageHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Storage:ConnectionString"] = TestStorage.ConnectionString,
                ["Links:BaseUrl"] = "https://alerts.example.com",
                ["Links:SigningKey"] = TestKeys.Signing,
                ["Delivery:Buckets"] = "4",
            }
        );
        var catalog = new FixedCatalog(TestStorage.Unique("page"));
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 1, 27, 16, 0, 0, TimeSpan.Zero));
        builder
            .Services.AddSingleton<TimeProvider>(time)
            .AddLaptop(builder.Configuration)
            .AddNoSources()
            .AddSingleton<IMessagePublisher, NoPublisher>()
            .AddSingleton<ICatalogStore>(catalog);
        var app = builder.Build();
        app.MapFunctions(app.Services.GetRequiredService<FunctionCatalog>(), app.Services.GetRequiredService<FunctionInvoker>());
        await app.StartAsync();
        var host = new PageHost(app, time, catalog);
        await host.SaveAsync(host.Subscriber);
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Saves a profile whatever stands there.</summary>
    public Task SaveAsync(Subscriber profile) => Get<IProfileStore>().SaveProfileAsync(Subscriber = profile with { ETag = null }, Token);

    /// <summary>The subscriber's profile as it is stored.</summary>
    public async Task<Subscriber> ProfileAsync() => (await Get<IProfileStore>().LoadProfileAsync(Subscriber.Id, Token))!;

    /// <summary>The links of a mail to the subscriber, written now.</summary>
    public MailLinks Links(string? rule = "NVDA falls 5% today", string? incident = "chips-down-20250127") =>
        Get<IMailLinks>()
            .LinksFor(
                Subscriber.Id,
                ChannelAddress.Email(Subscriber.Email),
                incident,
                rule is null ? null : Rule.FromText(rule),
                Time.GetUtcNow()
            );

    /// <summary>A link that stands at the foot of a page.</summary>
    public string FootLink(LinkPurpose purpose) => LinkOf(purpose, ChannelAddress.Email(Subscriber.Email));

    /// <summary>A link for anything that came to an address, written now.</summary>
    public string LinkOf(LinkPurpose purpose, ChannelAddress to) =>
        Get<ISignedLinks>()
            .UrlFor(
                new LinkClaim(Subscriber.Id, purpose, Time.GetUtcNow(), Time.GetUtcNow().AddDays(14))
                {
                    Address = AddressHash.Hash(to),
                    Incident = "chips-down-20250127",
                    Rule = SubscriptionHash.Hash(Subscriber.Id, Rule.FromText("NVDA falls 5% today")),
                }
            );

    /// <summary>Opens a link.</summary>
    public Task<Page> GetAsync(string url) => SendAsync(HttpMethod.Get, url, null);

    /// <summary>Presses a button.</summary>
    public Task<Page> PostAsync(string url, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, url, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Sends anything.</summary>
    public async Task<Page> SendAsync(HttpMethod method, string url, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, Here(url)) { Content = body };
        using var response = await Client.SendAsync(request, Token);
        return new Page(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(Token),
            response.Headers,
            response.Content.Headers
        );
    }

    /// <summary>Everything that is stored about the subscriber, to the last bit.</summary>
    public async Task<string> StoredAsync()
    {
        var recipients = await Get<TableSet>().Subscribers;
        var rows = new List<string>();
        var bucket = (await Get<IProfileStore>().BucketsAsync(Token)).BucketOf(Subscriber.Id);
        await foreach (var row in recipients.QueryAsync<TableEntity>(row => row.PartitionKey == bucket, cancellationToken: Token))
        {
            rows.AddRange(
                row.RowKey.Contains(Subscriber.Id.Text, StringComparison.Ordinal)
                    ? [string.Join('|', row.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"))]
                    : []
            );
        }

        return string.Join('\n', rows);
    }

    /// <summary>Where a link of a mail leads on this machine.</summary>
    public Uri Here(string url) => new(url.Replace("https://alerts.example.com", _app.Urls.First(), StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
