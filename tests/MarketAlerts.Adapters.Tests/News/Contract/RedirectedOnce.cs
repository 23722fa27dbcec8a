using System.Net;

namespace MarketAlerts.Adapters.Tests.News.Contract;

/// <summary>Stands for a public host that redirects the first request to another address.</summary>
internal sealed class RedirectedOnce(Uri target, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private bool _redirected;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_redirected)
        {
            return base.SendAsync(request, cancellationToken);
        }

        _redirected = true;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = target } });
    }
}
