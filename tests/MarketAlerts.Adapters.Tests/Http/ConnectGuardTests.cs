using System.Net;
using System.Net.Sockets;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Testing.Http;

namespace MarketAlerts.Adapters.Tests.Http;

public sealed class ConnectGuardTests
{
    private static readonly FetchLimits Limits = new(100_000, TimeSpan.FromMinutes(1), 3);

    [Fact]
    public async Task Get_IsAnswered_WhenPrivateAddressesAreAllowed()
    {
        await using var server = await FakeServer.StartAsync(Answers.Text("{}"));

        (await Fetch(ConnectGuard.CreateHandler(allowPrivate: true), server.Url)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_IsForbidden_WhenTheServerIsOnAnOddPort()
    {
        await using var server = await FakeServer.StartAsync(Answers.Text("{}"));

        (await Fault(ConnectGuard.CreateHandler(allowPrivate: false), server.Url)).ShouldBe(FetchFault.Forbidden);

        server.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://user:password@127.0.0.1/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/hostname")]
    public async Task Get_IsForbidden_WhenTheAddressIsNotPublic(string address) =>
        (await Fault(ConnectGuard.CreateHandler(allowPrivate: false), address)).ShouldBe(FetchFault.Forbidden);

    [Fact]
    public async Task Get_IsForbidden_WhenOneOfTheAddressesIsPrivate() =>
        (await Fault(Resolving("8.8.8.8", "10.0.0.1"), "http://news.example/")).ShouldBe(FetchFault.Forbidden);

    [Fact]
    public async Task Get_IsUnavailable_WhenTheNameHasNoAddress() =>
        (await Fault(Resolving(), "http://news.example/")).ShouldBe(FetchFault.Unavailable);

    [Fact]
    public async Task Get_IsUnavailable_WhenTheNameCannotBeResolved()
    {
        var guard = new ConnectGuard(allowPrivate: false, (_, _) => throw new SocketException((int)SocketError.TryAgain));

        (await Fault(guard.CreateHandler(), "http://news.example/")).ShouldBe(FetchFault.Unavailable);
    }

    [Fact]
    public async Task Get_ReachesTheResolvedAddress_WhenItIsAllowed()
    {
        await using var server = await FakeServer.StartAsync(Answers.Text("{}"));
        var guard = new ConnectGuard(allowPrivate: true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        (await Fetch(guard.CreateHandler(), $"http://news.example:{new Uri(server.Url).Port}/a")).Status.ShouldBe(HttpStatusCode.OK);

        server.Asked.ShouldBe(["/a"]);
    }

    private static SocketsHttpHandler Resolving(params string[] addresses) =>
        new ConnectGuard(
            allowPrivate: false,
            (_, _) => Task.FromResult<IPAddress[]>([.. addresses.Select(IPAddress.Parse)])
        ).CreateHandler();

    private static async Task<FetchFault> Fault(SocketsHttpHandler handler, string address) =>
        (await Should.ThrowAsync<FetchException>(() => Fetch(handler, address))).Fault;

    private static async Task<Fetched> Fetch(SocketsHttpHandler handler, string address)
    {
        using var http = new HttpClient(handler);
        return await new Fetcher(http, TimeProvider.System, Limits).GetAsync(
            "wire",
            new Uri(address),
            _ => { },
            TestContext.Current.CancellationToken
        );
    }
}
