using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.Testing.Http;

/// <summary>A real HTTP server on a free loopback port that answers what a test says; see <see cref="Answers"/>.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeServer(WebApplication app) => _app = app;

    /// <summary>What it answers from now on.</summary>
    public RequestDelegate Answer { get; set; } = Answers.Status(404);

    /// <summary>The paths with queries it was asked, in order of arrival.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What was posted to it, in order of arrival.</summary>
    public ConcurrentQueue<Posted> Posts { get; } = new();

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts one, with TLS when it has a certificate.</summary>
    public static async Task<FakeServer> StartAsync(RequestDelegate? answer = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                }
            )
        );
        var server = new FakeServer(builder.Build());
        server.Answer = answer ?? server.Answer;
        server._app.Run(async context =>
        {
            server.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            if (HttpMethods.IsPost(context.Request.Method))
            {
                server.Posts.Enqueue(await Posted.ReadAsync(context.Request));
            }

            await server.Answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
