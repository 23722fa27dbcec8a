using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Makes all links in older messages stop working, for who forwarded one.</summary>
internal sealed class EndLinksPage(SubscriberActions actions) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.EndLinks;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult(
            new HtmlPage(
                "Make older links stop working?",
                Html.Encode(
                    $"""
                    <p>All links in the alerts you got so far stop working, for you too: if you forwarded one,
                    nobody can change your alerts by it any more.</p>
                    <p>The unsubscribe links go on: each stops messages to the address that it came to, and nothing else.</p>
                    <p>Your next alert has new links.</p>
                    <form method="post"><button>Make all links in older mails stop working</button></form>
                    """
                )
            )
        );

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        await actions.EndLinksAsync(visit.Claim, cancellationToken);
        return new HtmlPage(
            "Done",
            Html.Encode(
                $"<p>All links in the alerts you got so far have stopped working, this one too; unsubscribe links still stop the "
                    + $"address that they came to. Your next alert has new ones.</p>"
            )
        );
    }
}
