using MarketAlerts.Benchmarks.Harness;

return await BenchmarkRun.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
