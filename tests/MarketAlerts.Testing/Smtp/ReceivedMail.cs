using MimeKit;

namespace MarketAlerts.Testing.Smtp;

/// <summary>A mail as the sink got it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Message">The message.</param>
/// <param name="Raw">Its bytes, dots unstuffed.</param>
/// <param name="Connection">The number of the connection it came over, from 1.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, MimeMessage Message, byte[] Raw, int Connection)
{
    /// <summary>Whether it came encrypted.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Whether its sender had signed in.</summary>
    public bool IsSignedIn { get; init; }
}
