using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands.Cost;

/// <summary>The options that describe a deployment.</summary>
internal sealed class CostOptions
{
    private static readonly CostInputs Usual = new(10_000, 1_000_000, 1);

    private readonly Option<int> _symbols = Options.Whole("--symbols", Usual.Symbols, 1, 100_000, "symbols that are watched");
    private readonly Option<int> _subscribers = Options.Whole("--subscribers", Usual.Subscribers, 1, 100_000_000, "subscribers");
    private readonly Option<double> _alerts = Options.Number(
        "--alerts-per-day",
        Usual.AlertsPerDay,
        0,
        1_000,
        "alerts of a subscriber and trading day"
    );
    private readonly Option<int> _instance = Options.Whole("--instance-mb", Usual.InstanceMegabytes, 512, 4_096, "memory of an instance");
    private readonly Option<int> _ready = Options.Whole("--always-ready", Usual.AlwaysReady, 0, 1_000, "instances of each kind kept warm");
    private readonly Option<int> _buckets = Options.Whole("--buckets", Usual.Buckets, 1, 4_096, "buckets of subscribers");
    private readonly Option<int> _feeds = Options.Whole("--feeds", Usual.Feeds, 0, 1_000, "feeds of news");
    private readonly Option<double> _events = Options.Number(
        "--events-per-symbol",
        Usual.EventsPerSymbol,
        0,
        1_000,
        "wanted levels that a symbol crosses in a day"
    );
    private readonly Option<int> _keep = Options.Whole("--keep-days", Usual.KeepDays, 1, 3_650, "days until old rows are removed");

    public CostOptions() =>
        _instance.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not ("512" or "2048" or "4096") }])
            {
                result.AddError("--instance-mb is 512, 2048 or 4096.");
            }
        });

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_symbols, _subscribers, _alerts, _instance, _ready, _buckets, _feeds, _events, _keep];

    /// <summary>The deployment; what was not said is as usual.</summary>
    public CostInputs Read(ParseResult result) =>
        new(result.GetValue(_symbols), result.GetValue(_subscribers), result.GetValue(_alerts))
        {
            InstanceMegabytes = result.GetValue(_instance),
            AlwaysReady = result.GetValue(_ready),
            Buckets = result.GetValue(_buckets),
            Feeds = result.GetValue(_feeds),
            EventsPerSymbol = result.GetValue(_events),
            KeepDays = result.GetValue(_keep),
        };
}
