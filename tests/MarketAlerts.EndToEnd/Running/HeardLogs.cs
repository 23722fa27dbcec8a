using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>Keeps what is logged, at every level, as text.</summary>
internal sealed class HeardLogs(ConcurrentBag<string> heard) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        heard.Add($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => heard.Add($"log {eventId} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}
