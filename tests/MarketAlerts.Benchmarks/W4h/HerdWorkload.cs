using System.Diagnostics;
using System.Globalization;
using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W4h;

/// <summary>
/// W4h: the minute in which everything falls and everybody has asked to be told, from the detector to one mail each, on a real Azurite.
/// </summary>
/// <param name="size">How many symbols and subscribers; <c>MARKETALERTS_HERD</c> in the environment sets another number, up to
/// 10,000.</param>
internal sealed class HerdWorkload(int size = 1_000) : IWorkload
{
    /// <summary>The unit of the goal.</summary>
    public const string UntilFiled = "ms, detected, routed and filed";

    private const string Variable = "MARKETALERTS_HERD";

    public string Name => "W4h";

    public string Title =>
        $"everything falls in one poll: so many crossings and readers with 17 matching rules each ({Variable}=10000 for 171,607 rules)";

    private int Size =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var given)
        && given is >= 100 and <= HerdPlan.FullSize
            ? given
            : size;

    public async Task<IReadOnlyList<Row>> RunAsync(Progress progress, CancellationToken cancellationToken)
    {
        var plan = new HerdPlan(Size);
        await using var desk = new HerdWorld(plan);
        progress.Say($"W4h: loading {plan.Rules} rules of {plan.Subscribers.Count} readers");
        await desk.LoadAsync(progress, cancellationToken);
        var rows = new List<Row>();
        var crossings = await StepAsync("detect, save, publish", () => desk.DetectAsync(cancellationToken));
        if (crossings != plan.Symbols.Count)
        {
            throw new BenchmarkException($"W4h: of {plan.Symbols.Count} symbols, {crossings} crossed a level.");
        }

        var messages = await StepAsync("route and file", () => desk.RouteAsync(cancellationToken));
        rows.Add(
            Row.Exact(
                Name,
                "",
                ContenderKind.Ours,
                rows.Where(row => row.Unit.StartsWith("ms", StringComparison.Ordinal)).Sum(row => row.Median),
                UntilFiled
            )
        );
        await StepAsync(
            "flush",
            async () =>
            {
                await desk.FlushAsync(cancellationToken);
                return 0;
            }
        );
        desk.Check();
        var who = string.Create(
            CultureInfo.InvariantCulture,
            $"MarketAlerts, {plan.Subscribers.Count} readers, {plan.Rules} rules, {messages} messages"
        );
        return [.. rows.Select(row => row with { Contender = who })];

        async Task<int> StepAsync(string what, Func<Task<int>> work)
        {
            var (start, answer, traffic) = (Stopwatch.GetTimestamp(), 0, default(Traffic));
            traffic = await desk.Counter.DuringAsync(async () => answer = await work());
            rows.Add(Row.Exact(Name, "", ContenderKind.Ours, Stopwatch.GetElapsedTime(start).TotalMilliseconds, $"ms, {what}"));
            rows.Add(Row.Exact(Name, "", ContenderKind.Ours, traffic.Requests, $"requests, {what}"));
            progress.Say($"W4h: {what}: {rows[^2].Median:0} ms");
            return answer;
        }
    }
}
