using MarketAlerts.Benchmarks.Harness;

namespace MarketAlerts.Benchmarks.W4;

/// <summary>One way to send everybody of a batch a mail of their own.</summary>
internal interface IMailRun : IAsyncDisposable
{
    string Name { get; }

    ContenderKind Kind { get; }

    /// <summary>It sends to every so many-th subscriber only, where all would take too long; 1 for everybody.</summary>
    int OneIn { get; }

    /// <summary>Whether its mails are ours, byte for byte.</summary>
    bool SendsOurBytes { get; }

    /// <summary>Makes ready for a batch; not timed.</summary>
    Task PrepareAsync(MailBatch batch, CancellationToken cancellationToken);

    /// <summary>The timed work: returns when the last mail is accepted.</summary>
    Task SendAsync(CancellationToken cancellationToken);

    /// <summary>Whether its own records say that all was sent; not timed.</summary>
    /// <exception cref="BenchmarkException">They do not.</exception>
    Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
