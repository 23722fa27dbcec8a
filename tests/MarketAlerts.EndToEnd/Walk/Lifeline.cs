namespace MarketAlerts.EndToEnd.Walk;

/// <summary>
/// The life of one host: counts what it does to the world outside (a write to the tables, a message published, a mail sent), and ends at
/// one of these steps. A step that only reads is none: what is stored is the same before and after it, and nothing else outlives the host.
/// </summary>
/// <param name="fatal">The number of the step at which it ends, from 1; null for never.</param>
/// <param name="afterEffect">Whether that step still has its effect, and only its answer is lost.</param>
internal sealed class Lifeline(int? fatal, bool afterEffect)
{
    private readonly List<string> _steps = [];
    private volatile bool _isOver;

    /// <summary>Whether the host is dead.</summary>
    public bool IsOver => _isOver;

    /// <summary>The steps so far, in words.</summary>
    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (_steps)
            {
                return [.. _steps];
            }
        }
    }

    /// <summary>Takes a step.</summary>
    public async Task<T> StepAsync<T>(string words, Func<Task<T>> act)
    {
        Live();
        var isFatal = Count(words) == fatal;
        if (isFatal && !afterEffect)
        {
            End();
        }

        var answer = await act();
        if (isFatal)
        {
            End();
        }

        // The answer to what was on its way when the host died reaches nobody.
        Live();
        return answer;
    }

    /// <summary>Nothing happens in a dead host.</summary>
    /// <exception cref="HostDiedException">It is dead.</exception>
    public void Live()
    {
        if (_isOver)
        {
            throw new HostDiedException();
        }
    }

    private void End()
    {
        _isOver = true;
        throw new HostDiedException();
    }

    private int Count(string words)
    {
        lock (_steps)
        {
            _steps.Add(words);
            return _steps.Count;
        }
    }
}
