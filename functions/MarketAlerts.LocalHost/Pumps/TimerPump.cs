using MarketAlerts.LocalHost.Functions;

namespace MarketAlerts.LocalHost.Pumps;

/// <summary>
/// Fires the timer functions at their times, each one after the other with itself, as the Azure host does; a failure is logged and the
/// schedule goes on.
/// </summary>
internal sealed partial class TimerPump(FunctionCatalog catalog, FunctionInvoker invoker, TimeProvider time, ILogger<TimerPump> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.Timers.Select(timer => RunAsync(timer, stoppingToken)));

    private async Task RunAsync(TimerFunction timer, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var next = new DateTimeOffset(timer.Schedule.GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);
            await Task.Delay(next - now, time, stopping);
            try
            {
                await invoker.InvokeAsync(timer, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogFailed(failure, timer.Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Timer function {Function} failed; it runs again at its next time.")]
    private partial void LogFailed(Exception failure, string function);
}
