using MarketAlerts.Benchmarks.Harness;
using MarketAlerts.Benchmarks.W4.Sink;
using MarketAlerts.Benchmarks.W6;

return args switch
{
    [SinkProgram.Word, var delay] => await SinkProgram.RunAsync(delay),
    [StartProgram.Word, var server, var storage] => await StartProgram.RunAsync(server, storage),
    _ => await BenchmarkRun.RunAsync(args, Console.Out, Console.Error, CancellationToken.None),
};
