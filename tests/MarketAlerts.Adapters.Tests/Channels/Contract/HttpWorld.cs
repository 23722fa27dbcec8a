using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>A channel over HTTP with a real server.</summary>
internal abstract class HttpWorld(FakeServer server) : ChannelWorld
{
    public override IReadOnlyList<byte[]> Received => [.. server.Posts.Select(post => post.Body)];

    protected FakeServer Server => server;

    protected abstract RequestDelegate Accepts { get; }

    protected virtual RequestDelegate RefusesUs => Answers.Status(401);

    protected virtual RequestDelegate RefusesTheMessage => Answers.Text("bad message", status: 400);

    protected virtual RequestDelegate KnowsNoSuchAddress => Answers.Status(404);

    public override void Does(Behaviour behaviour) =>
        server.Answer = behaviour switch
        {
            Behaviour.IsBusy => Answers.Status(429, retryAfterSeconds: 17),
            Behaviour.IsDown => Answers.Html(503),
            Behaviour.RefusesTheMessage => RefusesTheMessage,
            Behaviour.KnowsNoSuchAddress => KnowsNoSuchAddress,
            Behaviour.RefusesUs => RefusesUs,
            Behaviour.IsSilent => Answers.Silent(Waits),
            Behaviour.HangsUp => context =>
            {
                context.Abort();
                return Task.CompletedTask;
            },
            Behaviour.RepeatsSecrets => context =>
                Answers.Text($"no: {string.Join(' ', Secrets)} {server.Url}{context.Request.Path}", status: 400)(context),
            _ => Accepts,
        };

    public override async ValueTask DisposeAsync()
    {
        (Channel as IDisposable)?.Dispose();
        await server.DisposeAsync();
    }
}
