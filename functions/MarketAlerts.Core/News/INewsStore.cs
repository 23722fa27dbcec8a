using MarketAlerts.Core.Rules;

namespace MarketAlerts.Core.News;

/// <summary>
/// Keeps the stories, by the time they were seen and by what they are about. Whoever finds a story among all finds it under everything it
/// is about, too.
/// </summary>
public interface INewsStore
{
    /// <summary>The stories first seen at an instant or later, in order of that time.</summary>
    Task<IReadOnlyList<Story>> LoadRecentAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// The stories about a symbol or topic that came out from one instant up to another, newest first, at most as many as asked for.
    /// </summary>
    Task<IReadOnlyList<Story>> LoadAsync(
        Target target,
        DateTimeOffset from,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Writes new stories; writing one again replaces it.</summary>
    Task AddAsync(IReadOnlyList<Story> stories, CancellationToken cancellationToken);

    /// <summary>Writes a story that changed, together with what other instances wrote of it; returns what stands now.</summary>
    Task<Story> ChangeAsync(Story story, CancellationToken cancellationToken);
}
