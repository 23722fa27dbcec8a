using MimeKit;

namespace MarketAlerts.Testing.Smtp;

/// <summary>A mail as the sink got it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Raw">Its bytes, dots unstuffed; empty where the sink keeps none.</param>
/// <param name="Connection">The number of the connection it came over, from 1.</param>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, byte[] Raw, int Connection)
{
    private MimeMessage? _message;

    /// <summary>The message, read when it is first asked for.</summary>
    public MimeMessage Message => _message ??= MimeMessage.Load(new MemoryStream(Raw));

    /// <summary>Whether it came encrypted.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Whether its sender had signed in.</summary>
    public bool IsSignedIn { get; init; }
}
