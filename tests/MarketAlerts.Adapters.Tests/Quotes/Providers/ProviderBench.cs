using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Quotes;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.Quotes.Providers;

/// <summary>A fetcher with the limits of the contract, the fake server it asks, and the clock of both.</summary>
internal sealed class ProviderBench : IAsyncDisposable
{
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);
    private const int MostBytes = 5_000_000;
    private const int MostRedirects = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private ProviderBench(FakeServer server)
    {
        Server = server;
        Fetcher = new Fetcher(_http, Clock, new FetchLimits(MostBytes, TimeLimit, MostRedirects));
    }

    public FakeServer Server { get; }

    public Fetcher Fetcher { get; }

    /// <summary>Monday, 27 January 2025, 16:00 in New York.</summary>
    public FakeTimeProvider Clock { get; } = new(GivenQuote.Close);

    public static async Task<ProviderBench> StartAsync(RequestDelegate answer) => new(await FakeServer.StartAsync(answer));

    public static Task<ProviderBench> StartAsync(string body) => StartAsync(Answers.Text(body));

    public IQuoteProvider Provider(ProviderCase provider) => provider.Create(Fetcher, Server.Url, Clock);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}
