using System.Globalization;

namespace MarketAlerts.Core.Rules;

/// <summary>What comes after the condition: any of <c>every 2% further</c>, <c>until 2026-12-31</c>, <c>once</c>, <c>and news "DeepSeek"</c>.</summary>
internal sealed record RuleModifiers(decimal? Step, DateOnly? Until, bool Once, NewsCondition? AndNews)
{
    public static RuleModifiers None { get; } = new(null, null, false, null);

    /// <summary>Canonical, in a fixed order, each with a space before it.</summary>
    public string Text =>
        string.Concat(
            Step is { } step ? $" every {RuleNumber.Show(step)}% further" : "",
            Until is { } until ? $" until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "",
            Once ? " once" : "",
            AndNews is { } news ? $" and news {news.Display}" : ""
        );
}
