using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Graph.Worker.Commands;

/// <summary>Logs to the terminal's error writer, one line an entry; standard output stays clean.</summary>
[ProviderAlias("Text")]
internal sealed class TextLoggerProvider(TextWriter writer) : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, TextLogger> loggers = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => loggers.GetOrAdd(categoryName, name => new TextLogger(this, name[(name.LastIndexOf('.') + 1)..]));

    public void Dispose() => loggers.Clear();

    private void Write(string line)
    {
        lock (gate)
        {
            writer.WriteLine(line);
        }
    }

    private sealed class TextLogger(TextLoggerProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var fault = exception is null ? "" : Environment.NewLine + exception;
            provider.Write($"{Level(logLevel)} {category}: {formatter(state, exception)}{fault}");
        }

        private static string Level(LogLevel level) => level switch
        {
            LogLevel.Trace or LogLevel.Debug => "debug",
            LogLevel.Information => "info ",
            LogLevel.Warning => "warn ",
            _ => "error",
        };
    }
}
