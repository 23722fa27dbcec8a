using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Stages.Registration;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Stages.SelfService;

/// <summary>
/// Changes the threshold of the rule that fired, by a link: the same rule with another number. Doing it twice is doing it once.
/// </summary>
public sealed class ThresholdChanger(RuleRegistration rules)
{
    /// <summary>
    /// The rule of a link; null when its subscriber does not have it any more. One that a split rescaled since is the rescaled one.
    /// </summary>
    public static Rule? Find(LinkVisit visit)
    {
        var (claim, profile) = (visit.Claim, visit.Profile);
        return profile?.Rules.FirstOrDefault(rule => IsOf(claim, rule))
            ?? profile?.PriceRules?.FirstOrDefault(known => known.Entered is { } entered && IsOf(claim, entered))?.Rule;
    }

    /// <summary>Puts the rule with another threshold in its place.</summary>
    /// <param name="visit">Who comes by which link.</param>
    /// <param name="shown">The rule that the page showed: if the button is pressed twice, the subscriber has the new one already.</param>
    /// <param name="threshold">The new threshold as typed.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<ThresholdChange> ChangeAsync(LinkVisit visit, Rule shown, string threshold, CancellationToken cancellationToken)
    {
        var rule = Find(visit) ?? (IsOf(visit.Claim, shown) ? shown : null);
        if (visit.Profile is null || rule is null || RuleThreshold.Find(rule) is not { } old)
        {
            return new ThresholdChange(null, null, []);
        }

        var parse = old.With(threshold);
        if (parse.Rule is not { } changed)
        {
            return new ThresholdChange(null, parse.Error, []);
        }

        var answers = changed == rule ? [] : await rules.ReplaceAsync(visit.Claim.Subscriber, rule, changed, cancellationToken);
        return new ThresholdChange(answers is null ? null : changed, null, answers ?? []);
    }

    private static bool IsOf(LinkClaim claim, Rule rule) => SubscriptionHash.Hash(claim.Subscriber, rule) == claim.Rule;
}

/// <summary>What came of another threshold for a rule.</summary>
/// <param name="Rule">The rule as it stands now; null when it did not change.</param>
/// <param name="Error">Why it was refused, or null.</param>
/// <param name="Answers">What its subscriber hears at once.</param>
public sealed record ThresholdChange(Rule? Rule, RuleError? Error, IReadOnlyList<RuleAnswer> Answers);
