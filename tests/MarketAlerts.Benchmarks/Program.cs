using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;

return args is [SinkProgram.Word, var delay]
    ? await SinkProgram.RunAsync(delay)
    : await BenchmarkRun.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
