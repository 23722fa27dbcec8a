using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;

return args switch
{
    [SinkProgram.Word, var delay] => await SinkProgram.RunAsync(delay),
    _ => await BenchmarkRun.RunAsync(args, Console.Out, Console.Error, CancellationToken.None),
};
