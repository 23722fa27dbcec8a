using MarketAlerts.Adapters.Channels.Acs;
using MarketAlerts.Adapters.Tests.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Testing.Http;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Adapters.Tests.Channels.Contract;

/// <summary>
/// Azure Communication Services as their documents say they answer: a mail is taken, and a second later it is known what became of it.
/// </summary>
internal sealed class AcsWorld : HttpWorld
{
    public static readonly string Key = Convert.ToBase64String("hunter2-hunter2-hunter2-hunter2!"u8);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public AcsWorld(FakeServer server)
        : base(server)
    {
        Channel = Make(server.Url);
        Does(Behaviour.Accepts);
    }

    public override IChannel Channel { get; }

    public override ChannelKind Kind => ChannelKind.Email;

    public override ChannelAddress To => ChannelAddress.Email("reader@example.com");

    public override ChannelAddress Malformed => ChannelAddress.Email("no address");

    public override TimeSpan Limit => TimeSpan.FromSeconds(60);

    public override IReadOnlyList<string> Secrets => [Key, To.Address];

    protected override RequestDelegate Accepts => Ends("""{"id":"1","status":"Succeeded","error":null}""");

    protected override RequestDelegate RefusesUs =>
        Answers.Text("""{"error":{"code":"Denied","message":"Denied by the resource provider."}}""", status: 401);

    protected override RequestDelegate KnowsNoSuchAddress =>
        Ends(
            """{"id":"1","status":"Failed","error":{"code":"EmailDroppedAllRecipientsSuppressed","message":"Message dropped because all recipients were suppressed"}}"""
        );

    protected override RequestDelegate RefusesTheMessage =>
        context =>
            HttpMethods.IsPost(context.Request.Method)
                ? Answers.Text("""{"error":{"code":"InvalidRequest","message":"content.subject is missing"}}""", status: 400)(context)
                : Answers.Status(404)(context);

    public override IChannel At(int port) => Make($"http://127.0.0.1:{port}");

    public override async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        var sending = Channel.SendAsync(mail, cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = Time.BegunAsync(Pause, over.Token);
        if (await Task.WhenAny(sending, begun) == begun && !cancellationToken.IsCancellationRequested)
        {
            Time.Advance(Pause);
        }

        await over.CancelAsync();
        return await sending;
    }

    /// <summary>Takes a mail, and says what became of it when asked.</summary>
    public static RequestDelegate Ends(string operation) =>
        context => HttpMethods.IsPost(context.Request.Method) ? Takes(context) : Answers.Text(operation)(context);

    public static Task Takes(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers["Operation-Location"] =
            $"{request.Scheme}://{request.Host}/emails/operations/{request.Headers["Operation-Id"]}?api-version=2025-09-01";
        context.Response.Headers.RetryAfter = "1";
        return Answers.Text("""{"id":"1","status":"Running","error":null}""", status: 202)(context);
    }

    private AcsMailChannel Make(string url) => new(new AcsOptions { Endpoint = url, AccessKey = Key }, SampleMail.Renderer(), Time);
}
