using System.Globalization;
using MarketAlerts.Core.Mail;
using MarketAlerts.Core.Market;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Wording;

/// <summary>What the subscriber of price rules is told of a split.</summary>
internal static class SplitWording
{
    /// <summary>The notice.</summary>
    /// <param name="split">The split.</param>
    /// <param name="changed">The rules before and after.</param>
    /// <param name="left">Rules that could not be rescaled.</param>
    public static Notice Write(ShareSplit split, IReadOnlyList<(Rule Before, Rule After)> changed, IReadOnlyList<Rule> left)
    {
        var what = $"{split.Symbol} split {split.Ratio}";
        var when = split.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var rules = string.Join(", and ", changed.Select(pair => $"'{pair.Before}' is now '{pair.After}'"));
        var others = string.Join(", ", left.Select(rule => $"'{rule}'"));
        var first = changed.Count is 0 ? $"{what} on {when}." : $"{what} on {when}: your rule {rules}.";
        var then = left.Count is 0
            ? "Nothing else changed."
            : $"{others} stays as it is: one price for several stocks cannot be rescaled for one of them.";
        return new Notice(
            $"{what}: {(changed.Count is 0 ? "please look at your price rules" : "your price rules were rescaled")}",
            $"{first} {then}"
        );
    }
}
