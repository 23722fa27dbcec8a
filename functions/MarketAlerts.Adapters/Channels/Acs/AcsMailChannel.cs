using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.Acs;

/// <summary>
/// Sends mail by Azure Communication Services: gives it to Azure, then asks what became of it until that is known or the time is over.
/// Azure refuses a Message-ID that it has seen; then the operation of that mail is asked for, whose id we know, so that a mail sent again
/// is not told twice.
/// </summary>
public sealed class AcsMailChannel : IChannel
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly AcsOptions _options;
    private readonly MailRenderer _renderer;
    private readonly TimeProvider _time;
    private readonly AcsClient _client;
    private readonly TimeSpan _limit;

    /// <summary>Makes the channel; nobody is asked before the first mail.</summary>
    public AcsMailChannel(AcsOptions options, MailRenderer renderer, TimeProvider time)
        : this(options, renderer, time, AcsPipeline.Create(options, time)) { }

    internal AcsMailChannel(AcsOptions options, MailRenderer renderer, TimeProvider time, HttpPipeline pipeline)
    {
        (_options, _renderer, _time) = (options, renderer, time);
        _client = new AcsClient(pipeline, new Uri(options.Endpoint), time);
        _limit = TimeSpan.FromSeconds(options.TimeoutSeconds);
    }

    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public ChannelLimits Limits => new(_options.PerMinute, _options.PerHour);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!MailAddresses.IsUsable(mail.To.Address))
        {
            return MailAddresses.Malformed;
        }

        var result = await AskAsync(mail, cancellationToken);
        return result with { Said = SendDetail.Clean(result.Said, (mail.To.Address, "(the address)"), (_options.AccessKey, "(hidden)")) };
    }

    private async Task<SendResult> AskAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = _renderer.BuildMessage(mail);
            return await SendAsync(AcsMail.IdOf(mail.Thread.MessageId), AcsMail.Write(MailParts.Split(message)), both.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return new SendResult(
                SendOutcome.RetryAfter,
                string.Create(CultureInfo.InvariantCulture, $"Azure did not say within {_limit.TotalSeconds:0} s what became of the mail.")
            );
        }
        catch (FormatException)
        {
            return MailAddresses.MalformedId;
        }
        catch (AuthenticationFailedException)
        {
            return new SendResult(
                SendOutcome.RetryAfter,
                "Configuration: nobody could sign in to Azure; give the host an identity or set Email:Acs:AccessKey."
            )
            {
                Fault = SendFault.Configuration,
            };
        }
        catch (Exception failure)
        {
            return HttpTrouble.ResultOf(failure, "Azure", _limit);
        }
    }

    private async Task<SendResult> SendAsync(Guid id, byte[] mail, CancellationToken cancellationToken)
    {
        var answer = await _client.SendAsync(id, mail, cancellationToken);
        if (answer.Status is 202)
        {
            return await FollowAsync(_client.OperationOf(answer, id), answer.RetryAfter, cancellationToken);
        }

        if (
            answer.Status is 400 or 409
            && await _client.StateAsync(_client.OperationOf(id), cancellationToken)
                is { Status: 200, State: "Succeeded" or "Running" or "NotStarted" } before
        )
        {
            return AcsAnswers.OfState(before) ?? await FollowAsync(_client.OperationOf(id), before.RetryAfter, cancellationToken);
        }

        return AcsAnswers.OfRefusal(answer);
    }

    private async Task<SendResult> FollowAsync(Uri operation, TimeSpan? pause, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = WaitTimes.Capped(pause) ?? UsualPause;
            await Task.Delay(wait < LongestPause ? wait : LongestPause, _time, cancellationToken);
            var answer = await StateAsync(operation, cancellationToken);
            if (AcsAnswers.OfState(answer) is { } end)
            {
                return end;
            }

            if (!AcsAnswers.IsWorthAsking(answer))
            {
                return AcsAnswers.OfRefusal(answer) with { Outcome = SendOutcome.RetryAfter };
            }

            pause = answer.RetryAfter;
        }
    }

    /// <summary>A lost answer about an operation changes nothing about it: it is asked for again.</summary>
    private async Task<AcsAnswer> StateAsync(Uri operation, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.StateAsync(operation, cancellationToken);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or IOException or HttpRequestException)
        {
            return AcsAnswer.None;
        }
    }
}

/// <summary>Makes the pipeline to Azure Communication Services.</summary>
internal static class AcsPipeline
{
    private const string Scope = "https://communication.azure.com/.default";

    /// <summary>Signs in by access key if there is one, else by the host's managed identity or whoever is signed in on a laptop.</summary>
    public static HttpPipeline Create(AcsOptions options, TimeProvider time) =>
        Create(
            options,
            string.IsNullOrEmpty(options.AccessKey)
                ? new BearerTokenAuthenticationPolicy(new DefaultAzureCredential(), Scope)
                : new AcsKeyPolicy(options.AccessKey, time)
        );

    /// <summary>Signs in by a credential, over a client of the caller's.</summary>
    public static HttpPipeline Create(AcsOptions options, TokenCredential credential, HttpClient http) =>
        Create(options, new BearerTokenAuthenticationPolicy(credential, Scope), new HttpClientTransport(http));

    private static HttpPipeline Create(AcsOptions options, HttpPipelinePolicy signIn, HttpPipelineTransport? transport = null)
    {
        var client = new AcsClientOptions(TimeSpan.FromSeconds(options.TimeoutSeconds));
        client.Transport = transport ?? client.Transport;
        return HttpPipelineBuilder.Build(client, signIn);
    }
}
