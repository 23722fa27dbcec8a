using System.Collections.Concurrent;
using System.Diagnostics;

namespace MarketAlerts.EndToEnd.Running;

/// <summary>A process whose output lines can be awaited; killed at the latest when disposed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private int _disposed;
    private readonly ConcurrentQueue<(Func<string, bool> Matches, TaskCompletionSource Seen)> _watches = new();

    public ChildProcess(string tool, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    /// <summary>Waits for a line; fails with the output when the process ends without it.</summary>
    public async Task SeeAsync(Func<string, bool> matches, CancellationToken cancellationToken)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watches.Enqueue((matches, seen));
        if (_lines.Any(matches))
        {
            return;
        }

        var ended = _process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(seen.Task, ended);
        (seen.Task.IsCompleted || _lines.Any(matches)).ShouldBeTrue($"The process ended without the line:\n{Output}");
    }

    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is 1)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        foreach (var (matches, seen) in _watches)
        {
            if (matches(line))
            {
                seen.TrySetResult();
            }
        }
    }
}
