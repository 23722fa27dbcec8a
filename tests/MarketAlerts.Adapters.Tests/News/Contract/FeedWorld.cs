using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.News;
using MarketAlerts.Testing.Http;
using Microsoft.Extensions.Time.Testing;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>A server that answers badly, and the client that asks it, on a clock of their own.</summary>
internal sealed class FeedWorld : IAsyncDisposable
{
    private readonly FakeServer _server;
    private readonly HostThrottle throttle;
    private readonly HttpClient _http;

    private FeedWorld(FakeServer server, HttpMessageHandler? handler)
    {
        _server = server;
        throttle = new HostThrottle(Clock, TimeSpan.Zero);
        _http = handler is null ? FeedHttp.Create(Options) : new HttpClient(handler);
        Client = new FeedClient(_http, throttle, Clock, Options);
    }

    public FakeTimeProvider Clock { get; } = new(GivenNews.Now);

    public FeedOptions Options { get; } = new() { AllowPrivateAddresses = true };

    public FeedClient Client { get; }

    public Uri Address => new($"{_server.Url}/feed");

    public string Url => _server.Url;

    public int Asked => _server.Asked.Count;

    /// <summary>The paths with queries that were asked, in order.</summary>
    public string[] Paths => [.. _server.Asked];

    /// <summary>What the server answers from now on.</summary>
    public Microsoft.AspNetCore.Http.RequestDelegate Answer
    {
        set => _server.Answer = value;
    }

    /// <summary>Starts one; a guarded one is redirected to the server from a public address.</summary>
    public static async Task<FeedWorld> StartAsync(Microsoft.AspNetCore.Http.RequestDelegate answer, bool guarded = false)
    {
        var server = await FakeServer.StartAsync(answer);
        return new FeedWorld(
            server,
            guarded ? new RedirectedOnce(new Uri(server.Url), ConnectGuard.CreateHandler(allowPrivate: false)) : null
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        throttle.Dispose();
        await _server.DisposeAsync();
    }
}
