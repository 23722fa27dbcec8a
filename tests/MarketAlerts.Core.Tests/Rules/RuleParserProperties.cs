using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace MarketAlerts.Core.Tests.Rules;

public sealed class RuleParserProperties
{
    private static readonly string[] Words =
    [
        "NVDA", "nvda", "NVDIA", "BRK.B", "any", "of", "#chips", "#", "falls", "rises", "moves", "below", "above", "gaps", "down", "up", "surprise", "sigma",
        "notable", "severe", "median", "today", "since", "open", "5%", "3.5%", "%", "120", "120.50", "0.00005", "-1", "1e9", "99999999999999999999999999999999",
    ];

    [Property(MaxTest = 1000)]
    public bool Parse_AnswersWithARuleOrAnError_ForAnyText(string? text) => IsRuleOrError(text ?? "");

    [Property(MaxTest = 2000)]
    public Property Parse_AnswersWithARuleOrAnError_ForAnyRowOfItsOwnWords() =>
        Prop.ForAll(Gen.Elements(Words).ArrayOf().ToArbitrary(), words => IsRuleOrError(string.Join(' ', words)));

    [Property(MaxTest = 2000)]
    public Property Parse_GivesTheSameRule_ForItsOwnCanonicalText() => Prop.ForAll(Rules().ToArbitrary(), text =>
    {
        var first = GivenRules.Parse(text).Rule!;
        var second = GivenRules.Parse(first.Text).Rule!;
        return second.Text == first.Text && second.Watches.SequenceEqual(first.Watches);
    });

    /// <summary>Every form of the language with any number in range, up to six digits behind the point.</summary>
    private static Gen<string> Rules()
    {
        string[] symbols = ["NVDA", "brk.b", "any of #chips", "ANY  of #Tech"];
        var numbers = Gen.Choose(500_000, 50_000_000).Select(millionths => (millionths / 1_000_000m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        string[] ofSymbols =
        [
            "falls {0}% today", "RISES {0}% since open", "moves {0}%  today", "below {0}", "above {0}", "gaps {0}%", "gaps down {0}%", "gaps up {0}%",
            "surprise {0} sigma", "notable", "severe",
        ];
        string[] ofBaskets = ["notable", "severe", "median falls {0}%", "median rises {0}%", "Median moves {0}%"];
        var conditions = Gen.OneOf(
            Gen.Zip(Gen.Elements(symbols), Gen.Elements(ofSymbols)),
            Gen.Zip(Gen.Elements("#chips", "#TECH"), Gen.Elements(ofBaskets)));
        return conditions.SelectMany(_ => numbers, (form, number) => $"{form.Item1} {form.Item2.Replace("{0}", number, StringComparison.Ordinal)}");
    }

    private static bool IsRuleOrError(string text)
    {
        var parse = GivenRules.Parse(text);
        return parse.Rule is null
            ? parse.Error is { Position: >= 0 } error && error.Position <= text.Length && error.ToString().Length > 0
            : parse.Error is null && parse.Rule.Watches.Count is 1 or 2;
    }
}
