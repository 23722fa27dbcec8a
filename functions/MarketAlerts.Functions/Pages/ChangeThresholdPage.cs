using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.SelfService;
using Microsoft.AspNetCore.Http;

namespace MarketAlerts.Functions.Pages;

/// <summary>Shows the rule that fired with its threshold, and changes that.</summary>
internal sealed class ChangeThresholdPage(ThresholdChanger changer, PageLinks links) : ISelfServicePage
{
    private const string Field = "trigger";
    private const string Shown = "rule";

    /// <inheritdoc/>
    public LinkPurpose Purpose => LinkPurpose.ChangeThreshold;

    /// <inheritdoc/>
    public Task<HtmlPage> ShowAsync(LinkVisit visit, CancellationToken cancellationToken) =>
        Task.FromResult(Ask(visit, ThresholdChanger.Find(visit), null, Html.None, StatusCodes.Status200OK));

    /// <inheritdoc/>
    public async Task<HtmlPage> ActAsync(LinkVisit visit, IFormCollection fields, CancellationToken cancellationToken)
    {
        var threshold = fields[Field].ToString();
        var change = await changer.ChangeAsync(visit, Rule.FromText(fields[Shown].ToString()), threshold, cancellationToken);
        if (change.Rule is null)
        {
            var problem = change.Error is { } error
                ? Html.Encode($"""<p class="problem">Not changed. The rule would be wrong {error.ToString()}</p>""")
                : Html.None;
            return Ask(visit, ThresholdChanger.Find(visit), threshold, problem, StatusCodes.Status422UnprocessableEntity);
        }

        return new HtmlPage(
            "Your rule now",
            Html.Encode(
                $"""
                <p><code>{change.Rule.Text}</code></p>{Html.Join(
                    change.Answers.Where(answer => answer.AlreadyPassed is not null).Select(Told)
                )}
                <p>It counts from now on.</p>{links.Footer(visit)}
                """
            )
        );
    }

    private static Html Told(RuleAnswer answer) =>
        Html.Encode($"<p><strong>{answer.AlreadyPassed}</strong>. That is no new alert; you are told when it happens anew.</p>");

    private HtmlPage Ask(LinkVisit visit, Rule? rule, string? typed, Html problem, int status)
    {
        if (rule is null or { Levels: [] })
        {
            return new HtmlPage(
                "This rule is not yours any more",
                Html.Encode(
                    $"<p>It was changed or removed since that alert. The links in your newest alert belong to the rules you have "
                        + $"now.</p>{links.Footer(visit)}"
                ),
                status
            );
        }

        var threshold = RuleThreshold.Find(rule);
        return new HtmlPage(
            "Change your trigger",
            Html.Encode(
                $"""
                {problem}<p>You were told because of your rule <code>{rule.Text}</code></p><p>{RuleExplainer.Explain(rule)}</p>
                {(threshold is null ? Html.Encode($"<p>This rule has no number to change.</p>") : Form(threshold, typed))}{links.Footer(
                    visit
                )}
                """
            ),
            status
        );
    }

    private static Html Form(RuleThreshold threshold, string? typed) =>
        Html.Encode(
            $"""
            <form method="post"><input type="hidden" name="{Shown}" value="{threshold.Rule.Text}">{(
                threshold.IsTier ? Tiers(threshold) : Number(threshold, typed)
            )}<button>Change the rule</button></form>
            """
        );

    private static Html Number(RuleThreshold threshold, string? typed) =>
        Html.Encode(
            $"""
            <fieldset><label class="above" for="{Field}">New number</label><div class="number"><span>{threshold.Before}</span>
            <input type="text" id="{Field}" name="{Field}" value="{typed ?? threshold.Threshold}" inputmode="decimal" maxlength="24"
            autocomplete="off"><span>{threshold.Unit}{threshold.After}</span></div></fieldset>
            """
        );

    private static Html Tiers(RuleThreshold threshold) =>
        Html.Encode(
            $"""
            <fieldset><legend>How large must it be?</legend>{Html.Join(
                RuleThreshold.Tiers.Select(tier => Choice(threshold, tier))
            )}</fieldset>
            """
        );

    private static Html Choice(RuleThreshold threshold, string tier)
    {
        var isChecked = Html.Literal(tier == threshold.Threshold ? " checked" : "");
        return Html.Encode(
            $"""
            <label class="choice"><input type="radio" name="{Field}" value="{tier}"{isChecked}>
            <span>{threshold.Before}{tier}{threshold.After}</span></label>
            """
        );
    }
}
