using System.Globalization;
using System.Net.Sockets;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels;

/// <summary>What to do when there is no answer. The details are our own words: an exception's may hold an address.</summary>
internal static class HttpTrouble
{
    /// <summary>The answer to a failed exchange.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="who">Who did not answer, as a sentence begins.</param>
    /// <param name="limit">The time limit.</param>
    public static SendResult ResultOf(Exception failure, string who, TimeSpan limit) =>
        failure switch
        {
            TimeoutException => Again(
                string.Create(CultureInfo.InvariantCulture, $"{who} did not answer within {limit.TotalSeconds:0} s.")
            ),
            _ when In<FetchException>(failure) is { Fault: FetchFault.Forbidden } => new SendResult(
                SendOutcome.Rejected,
                $"{who} has an address that is not asked: only public addresses, on the ports 80 and 443."
            )
            {
                Fault = SendFault.Address,
            },
            _ when In<SocketException>(failure) is { } socket => Again($"{who} cannot be reached: {socket.SocketErrorCode}."),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Again(
                $"{who} cannot be reached: there is no trusted TLS connection."
            ),
            HttpRequestException or IOException => Again($"{who} broke off the connection."),
            _ => Again($"Sending failed: {failure.GetType().Name}."),
        };

    private static SendResult Again(string detail) => new(SendOutcome.RetryAfter, detail);

    private static TException? In<TException>(Exception? error)
        where TException : Exception => error is null or TException ? error as TException : In<TException>(error.InnerException);
}

/// <summary>Makes the other side's words fit for an operator: on one line, short, and without what only the two of us may know.</summary>
internal static class SendDetail
{
    private const int Longest = 200;

    /// <summary>The words without control characters and without what is hidden, at most 200 characters long.</summary>
    /// <param name="words">What was said.</param>
    /// <param name="hidden">What must not show, and what stands there instead; an empty one is left out.</param>
    public static string Clean(string words, params ReadOnlySpan<(string? Secret, string Instead)> hidden)
    {
        foreach (var (secret, instead) in hidden)
        {
            words = string.IsNullOrWhiteSpace(secret) ? words : words.Replace(secret, instead, StringComparison.OrdinalIgnoreCase);
        }

        return SafeText.Cut(words, Longest);
    }
}

/// <summary>How long another side may make us wait.</summary>
internal static class WaitTimes
{
    /// <summary>The longest: an alert that waits longer is no news, and a wrong header must not silence an address for days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>What the other side asks for, between a second and an hour; null when it asks for nothing.</summary>
    public static TimeSpan? Capped(TimeSpan? asked) =>
        asked is not { } wait ? null
        : wait < Shortest ? Shortest
        : wait > Longest ? Longest
        : wait;
}
