using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Shows what was decided about an incident for its subscriber. There is nothing to press.</summary>
internal sealed class WhyPage(IncidentLedger why, PageLinks links) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.Why;

    /// <inheritdoc/>
    public async Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        var lines = await why.ReadAsync(visit.Claim.Subscriber, visit.Claim.Incident, cancellationToken);
        return new HtmlPage(
            "Why you were told",
            Html.Encode(
                $"""
                <p>What was decided about <code>{visit.Claim.Incident}</code> for you, newest first.</p>
                {(
                    lines.Count is 0
                        ? Html.Encode($"<p>Nothing is on record.</p>")
                        : Html.Encode($"""<ul class="lines">{Html.Join(lines.Select(line => Item(line, visit)))}</ul>""")
                )}{links.Footer(visit)}
                """
            )
        );
    }

    /// <inheritdoc/>
    public Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken) =>
        ShowAsync(visit, cancellationToken);

    private static Html Item(WhyLine line, LinkVisit visit) =>
        Html.Encode($"<li><strong>{line.Decision}</strong> {line.Reason}<br><small>{PageTimes.Show(line.At, visit.Profile)}</small></li>");
}
