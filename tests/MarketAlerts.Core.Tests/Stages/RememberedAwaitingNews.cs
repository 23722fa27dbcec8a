using MarketAlerts.Core.Deliveries;
using MarketAlerts.Core.Rules;
using MarketAlerts.Core.Subscribers;

namespace MarketAlerts.Core.Tests.Stages;

/// <summary>Rules that wait for their news, in memory.</summary>
internal sealed class RememberedAwaitingNews : IAwaitingNewsStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AwaitingNews> _rules = [];

    /// <summary>Called before each write: a crash.</summary>
    public Action<string>? Writing { get; set; }

    /// <summary>Whose rules wait for the news of what, in order.</summary>
    public IReadOnlyList<string> Rows
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    public Task AddAsync(AwaitingNews awaiting, CancellationToken cancellationToken) => Write(() => _rules[KeyOf(awaiting)] = awaiting);

    public Task<IReadOnlyList<AwaitingNews>> FindAsync(Target news, DateOnly session, CancellationToken cancellationToken) =>
        FindAsync(rule => rule.News == news && rule.Evidence.Session == session);

    public Task<IReadOnlyList<AwaitingNews>> FindAsync(SubscriberId subscriber, CancellationToken cancellationToken) =>
        FindAsync(rule => rule.Subscriber == subscriber);

    public Task RemoveAsync(AwaitingNews awaiting, CancellationToken cancellationToken) => Write(() => _rules.Remove(KeyOf(awaiting)));

    private static string KeyOf(AwaitingNews awaiting) => $"{awaiting.Subscriber} {awaiting.Rule} {awaiting.Evidence.Target}";

    private Task<IReadOnlyList<AwaitingNews>> FindAsync(Func<AwaitingNews, bool> isMeant)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<AwaitingNews>>([.. _rules.Values.Where(isMeant).OrderBy(KeyOf, StringComparer.Ordinal)]);
        }
    }

    private Task Write(Action write)
    {
        Writing?.Invoke("awaiting");
        lock (_gate)
        {
            write();
        }

        return Task.CompletedTask;
    }
}
