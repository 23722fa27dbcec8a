using MarketAlerts.Adapters.WatchFiles;
using MarketAlerts.LocalHost.Commands;
using Microsoft.Extensions.Options;

try
{
    return await LocalHostApp.RunAsync(args, new CommandRun([], Console.Out));
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception refusal) when (refusal is FormatException or InputFileException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
