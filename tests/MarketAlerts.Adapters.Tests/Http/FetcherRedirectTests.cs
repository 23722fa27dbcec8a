using System.Collections.Concurrent;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Http;

public sealed class FetcherRedirectTests
{
    private const int MostRedirects = 3;

    [Theory]
    [InlineData("//")]
    [InlineData("///x")]
    [InlineData("//[")]
    public async Task GetAsync_GivesTheAnswerAsItIs_WhenItRedirectsToNoAddress(string location)
    {
        await using var server = await FakeServer.StartAsync(Redirect(location));

        var answer = await GetAsync(server.Url, _ => { });

        Should.Throw<FetchException>(answer.EnsureSuccess).Fault.ShouldBe(FetchFault.Malformed);
    }

    [Theory]
    [InlineData("/again")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/hostname")]
    public async Task GetAsync_IsForbidden_WhenItRedirectsTooOftenOrElsewhere(string location)
    {
        await using var server = await FakeServer.StartAsync(Redirect(location));

        var error = await Should.ThrowAsync<FetchException>(() => GetAsync(server.Url, _ => { }));

        error.Fault.ShouldBe(FetchFault.Forbidden);
        server.Asked.Count.ShouldBeLessThanOrEqualTo(MostRedirects + 1);
    }

    [Theory]
    [InlineData("http://xn--ä/")] // The client would throw what nobody waits for.
    [InlineData("http://user@news.example/")]
    [InlineData("ftp://news.example/")]
    public async Task GetAsync_IsForbidden_WhenTheAddressIsNoneToAsk(string address) =>
        (await Should.ThrowAsync<FetchException>(() => GetAsync(address, _ => { }))).Fault.ShouldBe(FetchFault.Forbidden);

    [Theory]
    [InlineData("127.0.0.1", "key,key")]
    [InlineData("localhost", "key,")]
    public async Task GetAsync_SendsTheHeadersToTheSameHostOnly_WhenItIsRedirected(string host, string expected)
    {
        var keys = new ConcurrentQueue<string>();
        await using var server = await FakeServer.StartAsync();
        server.Answer = context =>
        {
            keys.Enqueue(context.Request.Headers["X-Key"].ToString());
            return context.Request.Path == "/"
                ? Redirect($"{server.Url.Replace("127.0.0.1", host, StringComparison.Ordinal)}/next")(context)
                : Answers.Text("{}")(context);
        };

        (await GetAsync(server.Url, request => request.Headers.Add("X-Key", "key"))).Address.AbsolutePath.ShouldBe("/next");

        string.Join(',', keys).ShouldBe(expected);
    }

    private static RequestDelegate Redirect(string location) =>
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };

    private static async Task<Fetched> GetAsync(string url, Action<HttpRequestMessage> prepare)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        var fetcher = new Fetcher(http, TimeProvider.System, new FetchLimits(1_000_000, TimeSpan.FromSeconds(30), MostRedirects));
        return await fetcher.GetAsync("test", new Uri(url), prepare, TestContext.Current.CancellationToken);
    }
}
