using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W2;

/// <summary>Everyday LINQ: rule objects in the order in which people entered them, the values of a poll by ticker, and a Where.</summary>
internal sealed class LinqRules : MatchingContender
{
    private const int Seed = 5;

    private readonly List<Rule> _rules;
    private readonly Dictionary<string, Values> _values;

    public LinqRules(RuleRegistration book, Minute minute)
        : base(book, minute)
    {
        var rules = Enumerable
            .Range(0, minute.Now.Length)
            .SelectMany(stream =>
                Enumerable
                    .Range(book.Starts[stream], book.Starts[stream + 1] - book.Starts[stream])
                    .Select(at => RuleOf(stream, book.Levels[at]))
            )
            .ToArray();
        new Random(Seed).Shuffle(rules);
        _rules = [.. rules];
        _values = Enumerable.Range(0, Tickers.Count).ToDictionary(symbol => Tickers.All[symbol].Text, symbol => new Values(symbol, minute));
    }

    public override string Name => "LINQ over rule objects";

    protected override void Match()
    {
        foreach (
            var (rule, values) in _rules.Select(rule => (rule, values: _values[rule.Ticker])).Where(pair => pair.values.Cross(pair.rule))
        )
        {
            Tell(values.First + rule.Stream, rule.Level);
        }
    }

    private static Rule RuleOf(int stream, long level) =>
        new(Tickers.All[stream / Streams.PerSymbol].Text, stream % Streams.PerSymbol, level);

    private sealed record Rule(string Ticker, int Stream, long Level);

    private sealed record Values(int Symbol, Minute Minute)
    {
        public int First => Symbol * Streams.PerSymbol;

        public bool Cross(Rule rule) => rule.Level > Minute.Before[First + rule.Stream] && rule.Level <= Minute.Now[First + rule.Stream];
    }
}
