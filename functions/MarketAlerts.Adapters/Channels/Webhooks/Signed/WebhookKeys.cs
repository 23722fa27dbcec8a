using System.Security.Cryptography;
using System.Text;
using MarketAlerts.Adapters.Keys;

namespace MarketAlerts.Adapters.Channels.Webhooks.Signed;

/// <summary>
/// The signing keys of each address, derived from the master keys: no receiver can sign for another, and nothing has to be stored.
/// </summary>
public sealed class WebhookKeys
{
    private const string Purpose = "webhook|";
    private const string Mark = "whsec_";

    /// <summary>What the setting must be.</summary>
    public static string Wanted { get; } =
        $"Webhooks:MasterKeys must be base64 of at least {RandomKey.LeastBytes} random bytes each, separated by spaces: {RandomKey.Advice}";

    private readonly byte[][] _masters;

    private WebhookKeys(byte[][] masters) => _masters = masters;

    /// <summary>Whether there is one at all.</summary>
    public bool IsEmpty => _masters is [];

    /// <summary>Takes the master keys of the settings.</summary>
    /// <exception cref="FormatException">They cannot be read; the message does not repeat them.</exception>
    public static WebhookKeys Parse(string? text) => TryParse(text, out var keys) ? keys : throw new FormatException(Wanted);

    /// <summary>Takes the master keys of the settings, or says that they cannot be read.</summary>
    public static bool TryParse(string? text, out WebhookKeys keys)
    {
        var masters = (text ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(RandomKey.BytesOf)
            .ToArray();
        keys = new WebhookKeys([.. masters.OfType<byte[]>()]);
        return keys._masters.Length == masters.Length;
    }

    /// <summary>The keys of an address, one a master key, the newest first.</summary>
    public IEnumerable<byte[]> For(Uri url) =>
        _masters.Select(master => HMACSHA256.HashData(master, Encoding.UTF8.GetBytes(Purpose + url.AbsoluteUri)));

    /// <summary>The same keys as receivers are given them: <c>whsec_</c> and base64.</summary>
    public IEnumerable<string> SecretsFor(Uri url) => For(url).Select(key => Mark + Convert.ToBase64String(key));
}
