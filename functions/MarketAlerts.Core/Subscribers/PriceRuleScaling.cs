using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Subscribers;

/// <summary>Keeps the price rules of a profile in today's shares. Pure.</summary>
internal static class PriceRuleScaling
{
    /// <summary>
    /// A profile as it is entered: a text that a split rescaled since means the rescaled rule, and new price rules count from now.
    /// </summary>
    public static Subscriber Enter(Subscriber entered, Subscriber? before, DateTimeOffset now)
    {
        var known = before?.PriceRules ?? [];
        var rules = entered.Rules.Select(rule => known.FirstOrDefault(price => price.Entered == rule)?.Rule ?? rule).Distinct().ToArray();
        return entered with
        {
            Rules = rules,
            PriceRules = [.. rules.Where(PriceRule.IsOne).Select(rule => Know(rule, entered.Rules, known, before, now))],
        };
    }

    /// <summary>What a split makes of a profile's rules; nothing of those that count in new shares already.</summary>
    public static SplitRules Split(Subscriber before, ShareSplit split, Catalog catalog)
    {
        var (changed, left) = (new List<(Rule Before, Rule After)>(), new List<Rule>());
        foreach (var rule in before.Rules.Distinct().Where(rule => PriceRule.IsOne(rule) && !(SinceOf(before, rule) >= split.From)))
        {
            if (rule.Levels[0].Target == Target.OfSymbol(split.Symbol) && PriceRule.Split(rule, split.NewSharesPerOld) is { } scaled)
            {
                changed.Add((rule, scaled));
            }
            else if (WantedLevelPlan.SymbolsOf(rule.Levels[0].Target, catalog).Contains(split.Symbol))
            {
                left.Add(rule);
            }
        }

        var scaledOf = changed.ToDictionary(pair => pair.Before, pair => pair.After);
        return new SplitRules(
            before with
            {
                Rules = [.. before.Rules.Select(rule => scaledOf.GetValueOrDefault(rule, rule)).Distinct()],
                PriceRules =
                [
                    .. (before.PriceRules ?? []).Where(known => !scaledOf.ContainsKey(known.Rule)),
                    .. changed.Select(pair => new KnownPriceRule(
                        pair.After,
                        split.From,
                        Find(before, pair.Before)?.Entered ?? pair.Before
                    )),
                ],
            },
            changed,
            left
        );
    }

    /// <summary>
    /// A profile with one rule in the place of another. A price rule counts from now; what its subscriber entered before a split means the
    /// new one.
    /// </summary>
    public static Subscriber Replace(Subscriber before, Rule old, Rule replacement, DateTimeOffset now)
    {
        var left = (before.PriceRules ?? []).Where(known => known.Rule != old && known.Rule != replacement);
        var told = Find(before, replacement) ?? new KnownPriceRule(replacement, now, Find(before, old)?.Entered);
        return before with
        {
            Rules = [.. before.Rules.Select(rule => rule == old ? replacement : rule).Distinct()],
            PriceRules = PriceRule.IsOne(replacement) ? [.. left, told] : before.PriceRules,
        };
    }

    private static KnownPriceRule? Find(Subscriber profile, Rule rule) => profile.PriceRules?.FirstOrDefault(known => known.Rule == rule);

    private static DateTimeOffset? SinceOf(Subscriber profile, Rule rule) => Find(profile, rule)?.Since;

    /// <summary>A rule of a profile that is older than this memory was entered before any split.</summary>
    private static KnownPriceRule Know(
        Rule rule,
        IReadOnlyList<Rule> entered,
        IReadOnlyList<KnownPriceRule> known,
        Subscriber? before,
        DateTimeOffset now
    )
    {
        var price =
            known.Where(price => price.Rule == rule).MaxBy(price => price.Entered is { } stale && entered.Contains(stale))
            ?? new KnownPriceRule(rule, before?.Rules.Contains(rule) is true ? DateTimeOffset.MinValue : now, null);
        return price.Entered is { } older && entered.Contains(older) ? price : price with { Entered = null };
    }
}

/// <summary>What a split makes of one subscriber's rules.</summary>
/// <param name="After">The profile with the rescaled rules.</param>
/// <param name="Changed">The rules before and after.</param>
/// <param name="Left">Rules on any of a basket that the symbol belongs to: one price for several stocks cannot be rescaled for one of
/// them.</param>
public sealed record SplitRules(Subscriber After, IReadOnlyList<(Rule Before, Rule After)> Changed, IReadOnlyList<Rule> Left)
{
    /// <summary>Whether there is nothing to do and nothing to tell.</summary>
    public bool IsNothing => Changed.Count + Left.Count is 0;
}
