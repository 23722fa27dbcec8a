using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>The mail addresses that we send to.</summary>
internal static partial class MailAddressForm
{
    /// <summary>A mail address, which has to be there.</summary>
    public static string MailAddress(this JsonDocumentParser json, JObject parent, string key)
    {
        var (address, token) = json.Text(parent, key);
        return Address().IsMatch(address) ? address : throw json.Refuse(token, $"'{key}' is no mail address that we send to.");
    }

    /// <summary>Stricter than the mail standards: what nobody's real address needs is refused.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
