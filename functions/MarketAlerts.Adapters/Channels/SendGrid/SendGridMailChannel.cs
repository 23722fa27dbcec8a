using System.Net.Http.Headers;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Adapters.Channels.SendGrid;

/// <summary>
/// Sends mail by SendGrid's web API. It knows no ids of ours, so a mail sent again after a lost answer is sent twice, with the same
/// Message-ID.
/// </summary>
public sealed class SendGridMailChannel : IChannel, IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly SendGridOptions _options;
    private readonly MailRenderer _renderer;
    private readonly TimeSpan _limit;
    private readonly HttpClient _http;
    private readonly HttpPost _post;
    private readonly Uri _address;

    /// <summary>Makes the channel; nobody is asked before the first mail.</summary>
    public SendGridMailChannel(SendGridOptions options, MailRenderer renderer, TimeProvider time)
    {
        (_options, _renderer, _limit) = (options, renderer, TimeSpan.FromSeconds(options.TimeoutSeconds));
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionLifetime })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _post = new HttpPost(_http, time, _limit);
        _address = new Uri(options.BaseUrl.TrimEnd('/') + "/v3/mail/send");
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
        return result with { Said = SendDetail.Clean(result.Said, (mail.To.Address, "(the address)"), (_options.ApiKey, "(hidden)")) };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<SendResult> AskAsync(AlertMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var message = _renderer.BuildMessage(mail);
            using var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Content = new ByteArrayContent(SendGridMail.Write(MailParts.Split(message))),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.ApiKey);
            return SendGridAnswers.ResultOf(await _post.SendAsync(request, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (FormatException)
        {
            return MailAddresses.MalformedId;
        }
        catch (Exception failure)
        {
            return HttpTrouble.ResultOf(failure, "SendGrid", _limit);
        }
    }
}
