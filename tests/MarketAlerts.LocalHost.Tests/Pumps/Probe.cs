namespace MarketAlerts.LocalHost.Tests.Pumps;

/// <summary>What the tests' function sees and what it shall do.</summary>
public sealed class Probe
{
    private readonly Lock _gate = new();
    private readonly List<string> _seen = [];

    public Exception? Failure { get; set; }

    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public void Saw(string message)
    {
        lock (_gate)
        {
            _seen.Add(message);
        }

        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
