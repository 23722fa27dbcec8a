using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Shows what is paused, and ends one of it.</summary>
internal sealed class ResumePage(SubscriberActions actions, MarketClock clock, PageLinks links) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.Resume;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken)
    {
        var running = visit.Profile is null ? [] : SnoozeEdits.Running(visit.Profile, clock.Now);
        return Task.FromResult(
            new HtmlPage(
                "What is paused",
                Html.Encode(
                    $"""
                    {(
                        running.Count is 0
                            ? Html.Encode($"<p>Nothing is paused.</p>")
                            : Html.Encode($"""<ul class="lines">{Html.Join(running.Select(snooze => Item(snooze, visit)))}</ul>""")
                    )}{links.Footer(visit)}
                    """
                )
            )
        );
    }

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        var scopes = Enum.GetValues<SnoozeScope>().Where(scope => scope.ToString() == fields["scope"]).ToArray();
        if (scopes is not [var chosen])
        {
            return HtmlPage.NoForm(StatusCodes.Status422UnprocessableEntity);
        }

        await actions.ResumeAsync(visit.Claim, chosen, fields["name"].ToString(), cancellationToken);
        return new HtmlPage(
            "Alerts go on",
            Html.Encode($"<p>The pause is over. What it held is looked at again within a minute.</p>{links.Footer(visit)}")
        );
    }

    private static Html Item(Snooze snooze, LinkVisit visit) =>
        Html.Encode(
            $"""
            <li>{NameOf(snooze)}<br><small>until {PageTimes.Show(snooze.Until, visit.Profile)}</small>
            <form method="post"><input type="hidden" name="scope" value="{snooze.Scope.ToString()}">
            <input type="hidden" name="name" value="{snooze.Name}"><button class="second">End this pause</button></form></li>
            """
        );

    private static Html NameOf(Snooze snooze) =>
        snooze.Scope switch
        {
            SnoozeScope.Incident => Html.Encode($"The incident <code>{snooze.Name}</code>"),
            SnoozeScope.Symbol => Html.Encode($"The symbol <code>{snooze.Name}</code>"),
            SnoozeScope.BelowSevere => Html.Encode($"Everything that is not severe"),
            _ => Html.Encode($"Everything"),
        };
}
