using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Subscribers;

/// <summary>Keeps the price rules of a profile in today's shares. Pure.</summary>
public static class PriceRuleScaling
{
    /// <summary>
    /// A profile as it is entered: a text that a split rescaled since means the rescaled rule, and new price rules count from now.
    /// </summary>
    public static Subscriber Enter(Subscriber entered, Subscriber? before, RuleVocabulary vocabulary, DateTimeOffset now)
    {
        var known = before?.PriceRules ?? [];
        var rules = entered.Rules.Select(text => known.FirstOrDefault(rule => rule.Entered == text)?.Rule ?? text).Distinct().ToArray();
        return entered with
        {
            Rules = rules,
            PriceRules =
            [
                .. rules.Where(text => Read(text, vocabulary) is not null).Select(text => Know(text, entered.Rules, known, before, now)),
            ],
        };
    }

    /// <summary>What a split makes of a profile's rules; nothing of those that count in new shares already.</summary>
    public static SplitRules Split(Subscriber before, ShareSplit split, Catalog catalog)
    {
        var (changed, left) = (new List<(string Before, string After)>(), new List<string>());
        foreach (var text in before.Rules.Distinct().Where(text => !(SinceOf(before, text) >= split.From)))
        {
            var rule = Read(text, catalog.Vocabulary);
            if (
                rule?.Levels[0].Target == Target.OfSymbol(split.Symbol)
                && PriceRule.Split(rule, split.NewSharesPerOld, catalog.Vocabulary) is { } scaled
            )
            {
                changed.Add((text, scaled.Text));
            }
            else if (rule is not null && WantedLevelPlan.SymbolsOf(rule.Levels[0].Target, catalog).Contains(split.Symbol))
            {
                left.Add(text);
            }
        }

        var scaledOf = changed.ToDictionary(pair => pair.Before, pair => pair.After);
        return new SplitRules(
            before with
            {
                Rules = [.. before.Rules.Select(text => scaledOf.GetValueOrDefault(text, text)).Distinct()],
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
    public static Subscriber Replace(Subscriber before, string old, string replacement, RuleVocabulary vocabulary, DateTimeOffset now)
    {
        var left = (before.PriceRules ?? []).Where(known => known.Rule != old && known.Rule != replacement);
        var told = Find(before, replacement) ?? new KnownPriceRule(replacement, now, Find(before, old)?.Entered);
        return before with
        {
            Rules = [.. before.Rules.Select(text => text == old ? replacement : text).Distinct()],
            PriceRules = Read(replacement, vocabulary) is null ? before.PriceRules : [.. left, told],
        };
    }

    private static Rule? Read(string text, RuleVocabulary vocabulary) =>
        RuleParser.Parse(text, vocabulary).Rule is { } rule && PriceRule.IsOne(rule) ? rule : null;

    private static KnownPriceRule? Find(Subscriber profile, string text) => profile.PriceRules?.FirstOrDefault(known => known.Rule == text);

    private static DateTimeOffset? SinceOf(Subscriber profile, string text) => Find(profile, text)?.Since;

    /// <summary>A rule of a profile that is older than this memory was entered before any split.</summary>
    private static KnownPriceRule Know(
        string text,
        IReadOnlyList<string> entered,
        IReadOnlyList<KnownPriceRule> known,
        Subscriber? before,
        DateTimeOffset now
    )
    {
        var rule =
            known.Where(rule => rule.Rule == text).MaxBy(rule => rule.Entered is { } stale && entered.Contains(stale))
            ?? new KnownPriceRule(text, before?.Rules.Contains(text) is true ? DateTimeOffset.MinValue : now, null);
        return rule.Entered is { } older && entered.Contains(older) ? rule : rule with { Entered = null };
    }
}

/// <summary>What a split makes of one subscriber's rules.</summary>
/// <param name="After">The profile with the rescaled rules.</param>
/// <param name="Changed">The rules before and after.</param>
/// <param name="Left">Rules on any of a basket that the symbol belongs to: one price for several stocks cannot be rescaled for one of
/// them.</param>
public sealed record SplitRules(Subscriber After, IReadOnlyList<(string Before, string After)> Changed, IReadOnlyList<string> Left)
{
    /// <summary>Whether there is nothing to do and nothing to tell.</summary>
    public bool IsNothing => Changed.Count + Left.Count is 0;
}
