using MarketAlerts.Benchmarks.Market;
using RulesEngine.Models;

namespace MarketAlerts.Benchmarks.W1;

/// <summary>Microsoft RulesEngine on features that it is given, so that it only evaluates four expressions a symbol.</summary>
internal sealed class RulesEngineConditions : FourConditionsContender
{
    private const string Workflow = "watch";
    private readonly ConditionFeatures[][] _features;
    private readonly RulesEngine.RulesEngine _engine;

    public RulesEngineConditions(MarketDay day)
        : base(day)
    {
        _features =
        [
            .. Enumerable
                .Range(0, FourConditions.Polls)
                .Select(poll => Enumerable.Range(0, Tickers.Count).Select(symbol => ConditionFeatures.Of(day, poll, symbol)).ToArray()),
        ];
        string[] expressions = ["input1.Drop <= -3", "input1.Change >= 1.5", "input1.VolumeRatio >= 2", "input1.SquaredSigmas >= 9"];
        var rules = expressions.Select((expression, number) => new Rule { RuleName = $"{number}", Expression = expression });
        _engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = Workflow, Rules = [.. rules] }]);
    }

    public override string Name => "Microsoft RulesEngine 6.0.1, features given";

    protected override void Reset() { }

    protected override void Take(int poll)
    {
        for (var symbol = 0; symbol < Tickers.Count; symbol++)
        {
            var results = _engine.ExecuteAllRulesAsync(Workflow, _features[poll][symbol]).AsTask().GetAwaiter().GetResult();
            for (var condition = 0; condition < FourConditions.Count; condition++)
            {
                Edges.Take(poll, symbol, condition, results[condition].IsSuccess);
            }
        }
    }
}
