using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleParserProperties
{
    private static readonly string[] Words =
    [
        "NVDA",
        "nvda",
        "NVDIA",
        "BRK.B",
        "any",
        "of",
        "#chips",
        "#",
        "falls",
        "rises",
        "moves",
        "below",
        "above",
        "gaps",
        "down",
        "up",
        "surprise",
        "sigma",
        "notable",
        "severe",
        "median",
        "today",
        "since",
        "open",
        "5%",
        "3.5%",
        "%",
        "120",
        "120.50",
        "0.00005",
        "-1",
        "1e9",
        "99999999999999999999999999999999",
        "in",
        "15m",
        "20m",
        "1h",
        "minutes",
        "volume",
        "3x",
        "pre-market",
        "after",
        "hours",
        "vs",
        "benchmark",
        "halted",
        "breadth",
        "news",
        "\"DeepSeek\"",
        "\"",
        "“",
        "every",
        "2%",
        "further",
        "until",
        "2026-12-31",
        "2026-13-40",
        "once",
        "and",
    ];

    private static readonly string[] OfSymbols =
    [
        "below {0}",
        "above {0}",
        "gaps {0}%",
        "gaps down {0}%",
        "gaps up {0}%",
        "surprise {0} sigma",
        "notable",
        "severe",
        "volume {0}x",
        "halted",
    ];

    private static readonly string[] Moves =
    [
        "falls {0}% today",
        "RISES {0}% since open",
        "moves {0}%  today",
        "falls {0}% in 5m",
        "rises {0}% in 15 minutes",
        "moves {0}% in 30MIN",
        "falls {0}% in 1h",
        "rises {0}% pre-market",
        "moves {0}% after hours",
        "falls {0}% vs benchmark",
        "moves {0}% vs  Benchmark",
    ];

    private static readonly string[] OfBaskets = ["notable", "severe", "breadth falls {0}%", "breadth RISES {0}%", "breadth moves {0}%"];

    private static readonly string[] Steps = ["median falls {0}%", "median rises {0}%", "Median moves {0}%"];

    private static readonly string[] News = ["news nvda", "news \"DeepSeek\"", "NEWS amd “Export  controls”", "news\"深度\""];

    [Property(MaxTest = 1000)]
    public bool Parse_AnswersWithARuleOrAnError_ForAnyText(string? text) => IsRuleOrError(text ?? "");

    [Property(MaxTest = 1000)]
    public bool Parse_AnswersWithARuleOrAnError_ForAnyPhrase(string? phrase) => IsRuleOrError($"news \"{phrase}\"");

    [Property(MaxTest = 5000)]
    public Property Parse_AnswersWithARuleOrAnError_ForAnyRowOfItsOwnWords() =>
        Prop.ForAll(Gen.Elements(Words).ArrayOf().ToArbitrary(), words => IsRuleOrError(string.Join(' ', words)));

    [Property(MaxTest = 5000)]
    public Property Parse_GivesTheSameRule_ForItsOwnCanonicalText() =>
        Prop.ForAll(
            Rules().ToArbitrary(),
            text =>
            {
                var first = GivenRules.Parse(text).Rule!;
                var second = GivenRules.Parse(first.Text).Rule!;
                return second.Text == first.Text && second.Levels.SequenceEqual(first.Levels) && second.Terms == first.Terms;
            }
        );

    [Property(MaxTest = 1000)]
    public Property Explain_IsOneSentence_ForAnyRule() =>
        Prop.ForAll(
            Rules().ToArbitrary(),
            text =>
            {
                var sentence = RuleExplainer.Explain(GivenRules.Parse(text).Rule!);
                return sentence.StartsWith("Tells you when ", StringComparison.Ordinal)
                    && sentence.EndsWith('.')
                    && !sentence.Contains("  ", StringComparison.Ordinal);
            }
        );

    /// <summary>
    /// Every form of the language with any number in range, up to six digits behind the point, and any modifiers in any order.
    /// </summary>
    private static Gen<string> Rules()
    {
        string[] symbols = ["NVDA", "brk.b", "any of #chips", "ANY  of #Tech"];
        var stepping = Gen.OneOf(Row(symbols, Moves), Row(["#chips", "#TECH"], Steps));
        var plain = Gen.OneOf(Row(symbols, OfSymbols), Row(["#chips", "#TECH"], OfBaskets), Gen.Elements(News));
        var steps = Numbers(1, 100).Select(step => $"every {step}% further");
        return Gen.OneOf(
                Gen.Zip(plain, Modifiers([])).Select(Join),
                Gen.Zip(stepping, steps.SelectMany(step => Modifiers([step]))).Select(Join)
            )
            .Where(text => text.Length <= 190);
    }

    private static Gen<string> Row(string[] targets, string[] forms) =>
        Gen.Elements(targets)
            .SelectMany(target =>
                Gen.Elements(forms)
                    .SelectMany(form =>
                        Numbers(1, 50).Select(number => $"{target} {form.Replace("{0}", number, StringComparison.Ordinal)}")
                    )
            );

    private static Gen<string> Numbers(int from, int to) =>
        Gen.Choose(from * 1_000_000, to * 1_000_000).Select(millionths => (millionths / 1_000_000m).ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Modifiers(string[] also)
    {
        string[] all = ["once", "UNTIL 2026-12-31", "until 2001-02-03", "and news NVDA", "and News „Export  controls“", .. also];
        return Gen.Shuffle(all)
            .SelectMany(_ => Gen.Choose(0, 3), (shuffled, count) => string.Join(' ', shuffled.Take(count).DistinctBy(FirstWord)));
    }

    private static string FirstWord(string modifier) => modifier[..3].ToUpperInvariant();

    private static string Join((string Rule, string Modifiers) parts) => $"{parts.Rule} {parts.Modifiers}";

    private static bool IsRuleOrError(string text)
    {
        var parse = GivenRules.Parse(text);
        return parse.Rule is null
            ? parse.Error is { Position: >= 0 } error && error.Position <= text.Length && error.ToString().Length > 0
            : parse.Error is null && parse.Rule.Levels.Count is >= 1 and <= 52;
    }
}
