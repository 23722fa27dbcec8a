using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Takes what a subscriber thinks of an alert.</summary>
/// <param name="kind">Useful or noise.</param>
/// <param name="actions">Keeps it.</param>
/// <param name="links">The foot of the page.</param>
internal sealed class VotePage(VoteKind kind, SubscriberActions actions, PageLinks links) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => kind is VoteKind.Useful ? LinkPurpose.Useful : LinkPurpose.Noise;

    private string Word => kind is VoteKind.Useful ? "useful" : "noise";

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult(
            new HtmlPage(
                kind is VoteKind.Useful ? "Was this alert useful?" : "Was this alert noise?",
                Html.Encode(
                    $"""
                    <p>About <code>{visit.Claim.Incident}</code>. Your answer changes no rule; it tells whether this one is
                    worth its mails. The last answer counts.</p>
                    <form method="post"><button>Yes, it was {Word}</button></form>{links.Footer(visit)}
                    """
                )
            )
        );

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        await actions.VoteAsync(visit, kind, cancellationToken);
        return new HtmlPage(
            "Thank you",
            Html.Encode($"<p>Noted: <code>{visit.Claim.Incident}</code> was {Word}.</p>{links.Footer(visit)}")
        );
    }
}
