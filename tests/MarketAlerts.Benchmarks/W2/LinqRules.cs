namespace MarketAlerts.Benchmarks.W2;

/// <summary>Everyday LINQ: a list of rule objects and a Where.</summary>
internal sealed class LinqRules : MatchingContender
{
    private readonly List<Rule> _rules;

    public LinqRules(RuleBook book, Minute minute)
        : base(book, minute) => _rules = [.. Enumerable.Range(0, minute.Now.Length)
            .SelectMany(stream => Enumerable.Range(book.Starts[stream], book.Starts[stream + 1] - book.Starts[stream]).Select(at => new Rule(stream, book.Levels[at])))];

    public override string Name => "LINQ over rule objects";

    public override int UnitsPerRun => 4;

    protected override void Match()
    {
        foreach (var rule in _rules.Where(rule => rule.Level > Minute.Before[rule.Stream] && rule.Level <= Minute.Now[rule.Stream]))
        {
            Tell(rule.Stream, rule.Level);
        }
    }

    private sealed record Rule(int Stream, long Level);
}
