using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>
/// Stops messages: to the address that the link came to, or all of them. A one-click request (RFC 8058) means the address.
/// </summary>
public sealed class UnsubscribePage(Unsubscriber unsubscriber) : ISelfServicePage
{
    private const string Everything = "everything";

    private static readonly Html All = Html.Encode(
        $"""
        <p>You will get no more alerts from MarketAlerts at this address.</p>
        <form method="post"><button>Stop all alerts</button></form>
        """
    );

    private static readonly Html Here = Html.Encode(
        $"""
        <p>No more alerts from MarketAlerts will come where this link came. Nothing else changes.</p>
        <form method="post"><button>Stop alerts here</button></form>
        """
    );

    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.Unsubscribe;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        var open = visit.Profile is null ? [] : OptOuts.OpenAddresses(visit.Profile);
        var address = open.FirstOrDefault(address => AddressHash.Hash(address) == visit.Claim.Address);
        return Task.FromResult(
            new HtmlPage(
                "Stop these alerts?",
                !visit.SpeaksForTheSubscriber ? Here
                    : address is null || open.Count is 1 ? All
                    : AddressOrAll(address)
            )
        );
    }

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        var everything = fields["what"] == Everything;
        if (!everything)
        {
            await unsubscriber.StopAddressAsync(visit.Claim, cancellationToken);
        }
        else if (!await unsubscriber.StopAllAsync(visit, cancellationToken))
        {
            return HtmlPage.OverheardLink;
        }

        var where = everything ? "" : " at this address";
        return new HtmlPage(
            "Done",
            Html.Encode($"<p>You will get no more alerts{where}. A message that was already on its way may still arrive.</p>")
        );
    }

    private static Html AddressOrAll(ChannelAddress address) =>
        Html.Encode(
            $"""
            <p>You get alerts at several addresses. This link came to <code>{address.Display}</code>.</p>
            <form method="post"><div class="buttons"><button name="what" value="address">Stop at this address</button><button
            class="second" name="what" value="{Everything}">Stop everything</button></div></form>
            """
        );
}
