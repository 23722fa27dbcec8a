using System.Text.RegularExpressions;

namespace MarketAlerts.LocalHost.Tests.Mails.Markup;

/// <summary>Reads style blocks and style attributes.</summary>
internal static partial class StyleParser
{
    public static IReadOnlyList<StyleRule> Rules(string css)
    {
        var rules = new List<StyleRule>();
        var rest = Media()
            .Replace(
                css,
                media =>
                {
                    rules.AddRange(Plain(media.Groups[2].Value, media.Groups[1].Value));
                    return "";
                }
            );
        rules.InsertRange(0, Plain(rest, ""));
        return rules;
    }

    public static IReadOnlyList<(string Property, string Value)> Declarations(string style) =>
        [
            .. style
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(declaration => declaration.Split(':', 2, StringSplitOptions.TrimEntries))
                .Select(pair =>
                    pair.Length is 2 ? (pair[0], pair[1]) : throw new FormatException($"What is this style: {string.Join(':', pair)}")
                ),
        ];

    private static IEnumerable<StyleRule> Plain(string css, string media)
    {
        if (Rule().Replace(css, "").Trim() is { Length: > 0 } left)
        {
            throw new FormatException($"What is this style: {left}");
        }

        return from Match rule in Rule().Matches(css)
            from selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)
            select new StyleRule(media, selector, Declarations(rule.Groups[2].Value));
    }

    [GeneratedRegex(@"@media\s*([^{]+?)\s*\{((?:[^{}]*\{[^{}]*\})*\s*)\}")]
    private static partial Regex Media();

    [GeneratedRegex(@"([^{}@]+)\{([^{}]*)\}")]
    private static partial Regex Rule();
}
