using MarketAlerts.Core.News;
using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.Ports;

/// <summary>Keeps the stories, by the time they were seen and by what they are about.</summary>
public interface INewsStore
{
    /// <summary>The stories first seen at an instant or later, in order of that time; of those that another instance changed lately the change may be missing.</summary>
    Task<IReadOnlyList<Story>> LoadRecentAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The newest stories about a symbol or topic that came out at an instant or later, newest first, at most as many as asked for.</summary>
    Task<IReadOnlyList<Story>> LoadAsync(Target target, DateTimeOffset since, int count, CancellationToken cancellationToken);

    /// <summary>Writes stories; writing one again replaces it.</summary>
    Task SaveAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken);
}
