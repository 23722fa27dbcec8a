using MarketAlerts.Core.Stages.SelfService;

namespace MarketAlerts.Functions.Pages;

/// <summary>
/// The links at the foot of the pages. They are as old as the link that led there and end with it, so that a page never prolongs what a
/// mail allows.
/// </summary>
public sealed class PageLinks(ISignedLinks links)
{
    /// <summary>What is paused, and how to turn off older links.</summary>
    public Html Footer(LinkVisit visit) =>
        Html.Encode(
            $"""
            <footer><a href="{UrlFor(visit, LinkPurpose.Resume)}">What is paused</a><a
            href="{UrlFor(visit, LinkPurpose.EndLinks)}">Make older links stop working</a></footer>
            """
        );

    private string UrlFor(LinkVisit visit, LinkPurpose purpose) =>
        links.UrlFor(visit.Claim with { Purpose = purpose, Rule = 0, Incident = "" });
}
