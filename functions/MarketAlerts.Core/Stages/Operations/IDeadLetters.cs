using MarketAlerts.Core.Messages;

namespace MarketAlerts.Core.Stages.Operations;

/// <summary>The dead letters of a queue. Taking one hides it from others for a while; it is there until it is removed.</summary>
public interface IDeadLetters
{
    /// <summary>Takes some that nobody has taken; none when there are no more.</summary>
    /// <exception cref="DeadLettersException">The queue cannot be reached or does not let us in; so with putting back and
    /// removing.</exception>
    Task<IReadOnlyList<DeadLetter>> TakeAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Sends one to its queue once more; it stays here, too.</summary>
    Task PutBackAsync(string queue, DeadLetter letter, CancellationToken cancellationToken);

    /// <summary>Removes one that was taken.</summary>
    Task RemoveAsync(string queue, DeadLetter letter, CancellationToken cancellationToken);

    /// <summary>Leaves one that was taken where it is, for anybody to take.</summary>
    Task ReleaseAsync(string queue, DeadLetter letter, CancellationToken cancellationToken);
}

/// <summary>The dead letters cannot be got at; the message says to an operator what to look at.</summary>
/// <param name="message">What to look at.</param>
/// <param name="cause">What the queue said.</param>
public sealed class DeadLettersException(string message, Exception cause) : Exception(message, cause);
