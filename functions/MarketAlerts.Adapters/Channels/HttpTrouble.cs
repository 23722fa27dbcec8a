using System.Globalization;
using System.Net.Sockets;
using MarketAlerts.Adapters.Http;
using MarketAlerts.Core.Deliveries;

namespace MarketAlerts.Adapters.Channels;

/// <summary>What to do when there is no answer. The details are our own words: an exception's may hold an address.</summary>
public static class HttpTrouble
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
