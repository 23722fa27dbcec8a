using Microsoft.Extensions.Logging;

namespace MarketAlerts.Adapters.Tests.News;

/// <summary>A logger that remembers.</summary>
internal sealed class LogRecorder<T> : ILogger<T>
{
    public List<(LogLevel Level, EventId Id, string Text)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries.Add((logLevel, eventId, formatter(state, exception)));
}
