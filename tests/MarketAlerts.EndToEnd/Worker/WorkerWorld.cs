using System.Globalization;
using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Stages.Delivery;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.EndToEnd.Running;
using MarketAlerts.LocalHost.Composition;
using MarketAlerts.Testing.FunctionsHost;
using MarketAlerts.Testing.Http;
using MarketAlerts.Testing.ServiceBus;
using MarketAlerts.Testing.Smtp;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.EndToEnd.Worker;

/// <summary>What a worker meets: tables, Service Bus, a mail server and a provider of quotes, all real and all on this machine.</summary>
internal sealed class WorkerWorld : IAsyncDisposable
{
    private const string ProviderKey = "provider-key-8a6ab6";
    private const string SigningKey = "q0Y7xv2pVbqS8kqg8m1cTRHq1mPZr7pJt0xw3Yy4f9M=";

    /// <summary>The founding day, a minute after the open.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2025, 1, 27, 14, 31, 0, TimeSpan.Zero);

    private const string Article = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>wire</title><item><title>DeepSeek is out</title><link>https://example.com/deepseek</link>
        <guid>1</guid><pubDate>Mon, 27 Jan 2025 14:00:00 GMT</pubDate></item></channel></rss>
        """;

    private readonly FakeServer _provider;

    private WorkerWorld(string storage, FakeServer provider)
    {
        (Storage, _provider) = (storage, provider);
        _provider.Answer = AnswerAsync;
    }

    /// <summary>What must be heard nowhere: keys of ours and of others.</summary>
    public IReadOnlyList<string> Secrets { get; } = [ProviderKey, SigningKey, "SAS_KEY_VALUE"];

    /// <summary>The connection string of the tables.</summary>
    public string Storage { get; }

    public BrokerDouble Broker { get; } = BrokerDouble.Start(TimeProvider.System, [.. QueueNames.All]);

    public SmtpSink Mails { get; } = new();

    /// <summary>What the provider says of each symbol: last price and previous close.</summary>
    public Dictionary<string, (double Last, double Close)> Prices { get; } = [];

    public static async Task<WorkerWorld> OpenAsync(CancellationToken cancellationToken) =>
        new((await Azurite.OpenAsync(cancellationToken)).ConnectionString, await FakeServer.StartAsync());

    /// <summary>The address of a feed with an article.</summary>
    public string Feed => $"{_provider.Url}/feed";

    /// <summary>Brings a watch file into the tables, as <c>dev.cs apply</c> does, on the founding day.</summary>
    public async Task EnterAsync(string watch, CancellationToken cancellationToken)
    {
        await using var services = Operate();
        await services
            .GetRequiredService<WatchFileImport>()
            .EnterAsync(WatchFileParser.Read("watch.json", watch, new HashSet<Symbol>()), cancellationToken);
    }

    /// <summary>The link of a mail to a subscriber that stops mails, written at an instant.</summary>
    public string UnsubscribeLink(string email, DateTimeOffset at)
    {
        using var services = Operate();
        var links = services
            .GetRequiredService<IMailLinks>()
            .LinksFor(SubscriberId.FromAddress(email), ChannelAddress.Email(email), null, null, at);
        return new Uri(links.Unsubscribe).PathAndQuery;
    }

    /// <summary>Starts the app's worker in it, on the founding day.</summary>
    public async Task<HostDouble> StartAsync(CancellationToken cancellationToken, params (string Name, string? Value)[] more)
    {
        var settings = Settings();
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return await HostDouble.StartAsync(await WorkerApp.FolderAsync(cancellationToken), settings);
    }

    /// <summary>Gives the worker what lies in the queues, message by message, until they are empty, as the host does.</summary>
    public async Task PumpAsync(HostDouble host, CancellationToken cancellationToken)
    {
        var takers = host.Functions.Values.Select(WorkerBinding.Of).Where(binding => binding.Queue is not null).ToArray();
        for (var given = true; given; )
        {
            given = false;
            foreach (var taker in takers)
            {
                foreach (var message in Broker.Queue(taker.Queue!).TakeAll())
                {
                    given = true;
                    await host.DeliverAsync(taker.Function, message.Body, cancellationToken);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Mails.DisposeAsync();
        await _provider.DisposeAsync();
    }

    private ServiceProvider Operate()
    {
        var settings = Settings()
            .Select(pair => new KeyValuePair<string, string?>(pair.Key.Replace("__", ":", StringComparison.Ordinal), pair.Value));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return OperatorServices.Build(configuration, services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(MondayMorning)));
    }

    private Dictionary<string, string?> Settings() =>
        new()
        {
            ["Storage__ConnectionString"] = Storage,
            ["ServiceBus"] = Broker.ConnectionString,
            ["Links__BaseUrl"] = "https://alerts.example.com",
            ["Links__SigningKey"] = SigningKey,
            ["Email__Smtp__Host"] = "127.0.0.1",
            ["Email__Smtp__Port"] = Mails.Port.ToString(CultureInfo.InvariantCulture),
            ["Quotes__Massive__ApiKey"] = ProviderKey,
            ["Quotes__Massive__BaseUrl"] = _provider.Url,
            ["Quotes__Massive__DelaySeconds"] = "0",
            ["News__Halts__Address"] = $"{_provider.Url}/halts",
            ["News__AllowPrivateAddresses"] = "true",
            ["Delivery__PlainWaitSeconds"] = "0",
            ["Delivery__SevereWaitSeconds"] = "0",
            ["MARKETALERTS_TEST_NOW"] = MondayMorning.ToString("O", CultureInfo.InvariantCulture),
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "MarketAlerts.ClockHook.dll"),
        };

    private Task AnswerAsync(HttpContext context) =>
        context.Request.Path.Value switch
        {
            { } path when path.Contains("/snapshot/", StringComparison.Ordinal) => Answers.Text(Snapshot())(context),
            "/halts" => Answers.Text(
                """<?xml version="1.0"?><rss version="2.0"><channel><title>halts</title></channel></rss>""",
                "application/xml"
            )(context),
            "/feed" => Answers.Text(Article, "application/rss+xml")(context),
            _ => Answers.Text("""{"status":"OK","results":[]}""")(context),
        };

    private string Snapshot() =>
        Sources.ProviderBodies.Massive(
            Prices.Select(pair => new Quote(
                Symbol.Parse(pair.Key),
                MondayMorning.AddSeconds(-1),
                pair.Value.Last,
                pair.Value.Last,
                null,
                null,
                pair.Value.Close,
                null
            ))
        );
}
