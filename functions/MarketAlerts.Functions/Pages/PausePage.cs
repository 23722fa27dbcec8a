using MarketAlerts.Core.Stages;
using MarketAlerts.Core.Stages.SelfService;
using MarketAlerts.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Pauses an incident until a time that its subscriber chooses.</summary>
internal sealed class PausePage(SubscriberActions actions, MarketClock clock, PageLinks links) : ISelfServicePage
{
    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.Pause;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(visit, Html.None, StatusCodes.Status200OK));

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        var choices = Enum.GetValues<SnoozeChoice>().Where(choice => WordOf(choice) == fields["until"]).ToArray();
        if (choices is not [var chosen] || await actions.PauseAsync(visit.Claim, chosen, cancellationToken) is not { } until)
        {
            return Ask(
                visit,
                Html.Encode($"""<p class="problem">Choose one of these times.</p>"""),
                StatusCodes.Status422UnprocessableEntity
            );
        }

        return new HtmlPage(
            "Paused",
            Html.Encode(
                $"""
                <p><code>{visit.Claim.Incident}</code> is paused until <strong>{PageTimes.Show(until, visit.Profile)}</strong>.</p>
                <p>What comes in the meantime is told then. A stock in it that becomes severe is still told at once.</p>{links.Footer(
                    visit
                )}
                """
            )
        );
    }

    private HtmlPage Ask(LinkVisit visit, Html problem, int status)
    {
        var choices = SnoozeTimes.At(clock.Now, clock.Calendar);
        return new HtmlPage(
            "Pause this incident?",
            Html.Encode(
                $"""
                {problem}<p>You will hear nothing more of <code>{visit.Claim.Incident}</code> until the time you choose.
                What comes in the meantime is told then. A stock in it that becomes severe is still told at once.</p>
                <form method="post"><fieldset><legend>Until when?</legend>{Html.Join(
                    choices.Select((choice, index) => Choice(choice, index is 0, visit))
                )}</fieldset><button>Pause</button></form>{links.Footer(visit)}
                """
            ),
            status
        );
    }

    private static Html Choice((SnoozeChoice Choice, DateTimeOffset Until) choice, bool first, LinkVisit visit) =>
        Html.Encode(
            $"""
            <label class="choice"><input type="radio" name="until" value="{WordOf(choice.Choice)}"{Html.Literal(first ? " checked" : "")}>
            <span>{NameOf(choice.Choice)}<small>{PageTimes.Show(choice.Until, visit.Profile)}</small></span></label>
            """
        );

    private static string WordOf(SnoozeChoice choice) =>
        choice switch
        {
            SnoozeChoice.Close => "close",
            SnoozeChoice.NextOpen => "open",
            _ => "week",
        };

    private static string NameOf(SnoozeChoice choice) =>
        choice switch
        {
            SnoozeChoice.Close => "Until the session ends",
            SnoozeChoice.NextOpen => "Until the next day's open",
            _ => "For a week",
        };
}
