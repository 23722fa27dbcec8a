using MarketAlerts.Core.Messages;
using MarketAlerts.Core.Subscribers;
using MarketAlerts.Core.Universe;

namespace MarketAlerts.Core.Stages.Registration;

/// <summary>What entering a watch file changes. Pure; what the file does not name is not looked at.</summary>
/// <param name="Changes">Line by line: baskets, symbols, feeds, then each subscriber with their rules.</param>
public sealed record WatchFilePlan(IReadOnlyList<WatchFileChange> Changes)
{
    /// <summary>Whether all of the file is there already.</summary>
    public bool IsNothing => Changes.All(change => change.Step is WatchFileStep.LeftAlone);

    /// <summary>Compares a file with what is there.</summary>
    /// <param name="known">The catalog.</param>
    /// <param name="profiles">The stored profiles of those whom the file names.</param>
    /// <param name="file">The file.</param>
    /// <param name="now">The time, by which a pause is over.</param>
    public static WatchFilePlan Compare(
        Catalog known,
        IReadOnlyDictionary<SubscriberId, Subscriber> profiles,
        WatchFile file,
        DateTimeOffset now
    )
    {
        return new WatchFilePlan([
            .. file.Baskets.Select(basket => OfBasket(known.Baskets.GetValueOrDefault(basket.Name), basket)),
            .. file
                .Symbols.Order()
                .Where(symbol => !known.Pages.ContainsKey(symbol))
                .Select(symbol => new WatchFileChange(WatchFileStep.Added, "symbol", symbol.Text)),
            .. file.Aliases.Select(alias => new WatchFileChange(
                known.Aliases.Contains(alias) ? WatchFileStep.LeftAlone : WatchFileStep.Added,
                "name",
                TextOf(alias)
            )),
            .. file.Feeds.Select(feed =>
                known.Feeds.TryGetValue(feed.Name, out var before)
                    ? new WatchFileChange(before == feed ? WatchFileStep.LeftAlone : WatchFileStep.Changed, "feed", feed.Name)
                    : new WatchFileChange(WatchFileStep.Added, "feed", feed.Name)
            ),
            .. file.Subscribers.SelectMany(subscriber =>
            {
                var before = profiles.GetValueOrDefault(subscriber.Id);
                return OfSubscriber(before, PriceRuleScaling.Enter(ReenteredProfile.Merge(subscriber, before, now), before, now));
            }),
        ]);
    }

    private static string TextOf(Alias alias) => $"{alias.Symbol} = {alias.Text}";

    private static WatchFileChange OfBasket(Basket? before, Basket basket)
    {
        if (before is null)
        {
            return new WatchFileChange(WatchFileStep.Added, "basket", basket.Name, $"{basket.Members.Count} members");
        }

        string[] differs =
        [
            .. basket.Members.Except(before.Members).Select(symbol => $"+{symbol}"),
            .. before.Members.Except(basket.Members).Select(symbol => $"-{symbol}"),
            .. before.Within == basket.Within ? [] : (string[])[$"within {basket.Within ?? "none"}, was {before.Within ?? "none"}"],
            .. before.Benchmark == basket.Benchmark
                ? []
                : (string[])[$"benchmark {basket.Benchmark?.Text ?? "none"}, was {before.Benchmark?.Text ?? "none"}"],
        ];
        return new WatchFileChange(
            differs is [] ? WatchFileStep.LeftAlone : WatchFileStep.Changed,
            "basket",
            basket.Name,
            string.Join(' ', differs)
        );
    }

    private static IEnumerable<WatchFileChange> OfSubscriber(Subscriber? before, Subscriber entered)
    {
        yield return before is null ? new WatchFileChange(WatchFileStep.Added, "subscriber", entered.Email)
        : StoredJson.Write(before) == StoredJson.Write(entered) ? new WatchFileChange(WatchFileStep.LeftAlone, "subscriber", entered.Email)
        : new WatchFileChange(
            WatchFileStep.Changed,
            "subscriber",
            entered.Email,
            SettingsOf(before) == SettingsOf(entered) ? "" : "other settings"
        );
        foreach (var rule in entered.Rules)
        {
            yield return new WatchFileChange(
                before?.Rules.Contains(rule) is true ? WatchFileStep.LeftAlone : WatchFileStep.Added,
                "rule",
                rule.Text
            );
        }

        foreach (var rule in (before?.Rules ?? []).Except(entered.Rules))
        {
            yield return new WatchFileChange(WatchFileStep.Removed, "rule", rule.Text);
        }
    }

    private static string SettingsOf(Subscriber profile) => StoredJson.Write(profile with { Rules = [], PriceRules = null });
}

/// <summary>One line of the difference between a watch file and what is there.</summary>
/// <param name="Step">What is done to it.</param>
/// <param name="Kind">basket, symbol, feed, subscriber or rule.</param>
/// <param name="Name">Its name; of a rule its text.</param>
/// <param name="Detail">What differs, or empty.</param>
public sealed record WatchFileChange(WatchFileStep Step, string Kind, string Name, string Detail = "");

/// <summary>What entering a file does to one thing of it.</summary>
public enum WatchFileStep
{
    /// <summary>It is there as the file has it.</summary>
    LeftAlone,

    /// <summary>It is not there yet.</summary>
    Added,

    /// <summary>It is there and differs.</summary>
    Changed,

    /// <summary>It is there and the file no longer has it; only a rule of a subscriber whom the file names.</summary>
    Removed,
}
