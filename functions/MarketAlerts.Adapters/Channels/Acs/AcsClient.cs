using Azure.Core;
using Azure.Core.Pipeline;
using MarketAlerts.Adapters.Http;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>The two calls of Azure Communication Services Email.</summary>
internal sealed class AcsClient(HttpPipeline pipeline, Uri endpoint, TimeProvider time)
{
    /// <summary>
    /// The first version that is no preview and knows <c>contentId</c> of an attachment, by which the HTML shows a picture; an earlier one
    /// leaves it out without a word. https://learn.microsoft.com/dotnet/api/azure.communication.email.emailattachment.contentid
    /// </summary>
    private const string Version = "api-version=2025-09-01";

    /// <summary>Gives a mail to Azure under an id of ours.</summary>
    public Task<AcsAnswer> SendAsync(Guid id, byte[] mail, CancellationToken cancellationToken) =>
        AskAsync(
            RequestMethod.Post,
            new Uri(endpoint, $"/emails:send?{Version}"),
            request =>
            {
                request.Headers.SetValue("Operation-Id", id.ToString());
                request.Headers.SetValue("x-ms-client-request-id", id.ToString());
                request.Headers.SetValue("Content-Type", "application/json");
                request.Content = RequestContent.Create(mail);
            },
            cancellationToken
        );

    /// <summary>Asks what became of a mail.</summary>
    public Task<AcsAnswer> StateAsync(Uri operation, CancellationToken cancellationToken) =>
        AskAsync(RequestMethod.Get, operation, _ => { }, cancellationToken);

    /// <summary>Where Azure tells of an operation: where it says, unless that is another server, which would get our credentials.</summary>
    public Uri OperationOf(AcsAnswer answer, Guid id) =>
        answer.Operation is { } told && WebAddress.IsOn(endpoint, told) ? told : OperationOf(id);

    /// <summary>Where Azure tells of the operation with an id.</summary>
    public Uri OperationOf(Guid id) => new(endpoint, $"/emails/operations/{id}?{Version}");

    private async Task<AcsAnswer> AskAsync(RequestMethod method, Uri address, Action<Request> prepare, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        message.Request.Headers.SetValue("Accept", "application/json");
        prepare(message.Request);
        await pipeline.SendAsync(message, cancellationToken);
        return AcsAnswer.Read(message.Response, time.GetUtcNow());
    }
}

/// <summary>
/// How the pipeline to Azure Communication Services behaves: it repeats nothing, because whoever sends mails decides when to try again.
/// </summary>
internal sealed class AcsClientOptions : ClientOptions
{
    public AcsClientOptions(TimeSpan limit)
    {
        Retry.MaxRetries = 0;
        Retry.NetworkTimeout = limit;
    }
}
