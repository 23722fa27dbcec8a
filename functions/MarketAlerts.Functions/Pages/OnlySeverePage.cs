using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Lets only severe alerts through for the rest of the subscriber's day.</summary>
internal sealed class OnlySeverePage(SubscriberActions actions, PageLinks links) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.OnlySevere;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult(
            new HtmlPage(
                "Only severe alerts today?",
                Html.Encode(
                    $"""
                    <p>Until <strong>{PageTimes.Show(
                        actions.EndOfDay(visit),
                        visit.Profile
                    )}</strong>, the end of your day, only severe alerts are sent. The others wait and are told then.</p>
                    <form method="post"><button>Only severe today</button></form>{links.Footer(visit)}
                    """
                )
            )
        );

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        var until = await actions.OnlySevereAsync(visit, cancellationToken);
        return new HtmlPage(
            "Only severe alerts",
            Html.Encode(
                $"<p>Until <strong>{PageTimes.Show(until, visit.Profile)}</strong> only severe alerts are sent.</p>{links.Footer(visit)}"
            )
        );
    }
}
