using MarketAlerts.Core.Notifications.Links;
using MarketAlerts.Core.Pipeline;
using MarketAlerts.Core.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Stops messages: to the address that the link came to, or all of them. A one-click request (RFC 8058) means the address.</summary>
public sealed class UnsubscribePage(Unsubscriber unsubscriber) : IReaderPage
{
    private const string Everything = "everything";

    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.Unsubscribe;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        var open = visit.Profile is null ? [] : OptOuts.OpenAddresses(visit.Profile);
        var address = open.FirstOrDefault(address => AddressHash.Of(address) == visit.Claim.Address);
        return Task.FromResult(new HtmlPage("Stop these alerts?", address is null || open.Count is 1
            ? Html.Of(
                $"""
                <p>You will get no more alerts from MarketAlerts at this address.</p>
                <form method="post"><button>Stop all alerts</button></form>
                """)
            : Html.Of(
                $"""
                <p>You get alerts at several addresses. This link came to <code>{address.Display}</code>.</p>
                <form method="post"><div class="buttons"><button name="what" value="address">Stop at this address</button><button class="second" name="what" value="{Everything}">Stop everything</button></div></form>
                """)));
    }

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        if (fields["what"] == Everything)
        {
            await unsubscriber.StopAllAsync(visit.Claim, cancellationToken);
        }
        else
        {
            await unsubscriber.StopAddressAsync(visit.Claim, cancellationToken);
        }

        var where = fields["what"] == Everything ? "" : " at this address";
        return new HtmlPage("Done", Html.Of($"<p>You will get no more alerts{where}. A message that was already on its way may still arrive.</p>"));
    }
}
