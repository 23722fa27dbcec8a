using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>Single values of a JSON file that a person wrote; null where a key is missing.</summary>
internal static class JsonValues
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>An object; <paramref name="what"/> says what is in it.</summary>
    public static JObject? OptionalObject(this JsonDocumentParser json, JObject parent, string key, string what) =>
        parent[key] switch
        {
            null => null,
            JObject value => value,
            { } token => throw json.Refuse(token, $"'{key}' is an object with {what}."),
        };

    public static bool? OptionalFlag(this JsonDocumentParser json, JObject parent, string key) =>
        parent[key] switch
        {
            null => null,
            { Type: JTokenType.Boolean } value => value.Value<bool>(),
            { } token => throw json.Refuse(token, $"'{key}' is true or false."),
        };

    /// <summary>A whole number within a range.</summary>
    public static int? OptionalWhole(this JsonDocumentParser json, JObject parent, string key, int least, int most) =>
        parent[key] switch
        {
            null => null,
            JValue { Value: long number } when number >= least && number <= most => (int)number,
            { } token => throw json.Refuse(token, $"'{key}' is a whole number from {least} to {most}."),
        };

    public static T? OptionalWord<T>(this JsonDocumentParser json, JObject parent, string key, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (json.OptionalText(parent, key) is not { } word)
        {
            return null;
        }

        return known.TryGetValue(word.Text, out var value)
            ? value
            : throw json.Refuse(word.Token, $"'{key}' is one of {string.Join(", ", known.Keys)}.");
    }

    /// <summary>A time of the day.</summary>
    public static TimeOnly? OptionalTime(this JsonDocumentParser json, JObject parent, string key)
    {
        if (json.OptionalText(parent, key) is not { } time)
        {
            return null;
        }

        return TimeOnly.TryParseExact(time.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : throw json.Refuse(time.Token, $"'{key}' is a time such as 22:00.");
    }

    /// <summary>A day, which has to be there.</summary>
    public static (DateOnly Day, JToken Token) Day(this JsonDocumentParser json, JObject parent, string key)
    {
        var (text, token) = json.Text(parent, key);
        return
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYear and <= LastYear
            ? (day, token)
            : throw json.Refuse(token, $"'{key}' is a day such as 2025-02-01, of the years {FirstYear} to {LastYear}.");
    }

    /// <summary>An instant in UTC.</summary>
    public static DateTimeOffset? OptionalInstant(this JsonDocumentParser json, JObject parent, string key)
    {
        if (json.OptionalText(parent, key) is not { } instant)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return
            DateTimeOffset.TryParseExact(instant.Text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, Utc, out var read)
            && read.Year is >= FirstYear and <= LastYear
            ? read
            : throw json.Refuse(
                instant.Token,
                $"'{key}' is an instant in UTC such as 2025-01-28T21:00:00Z, of the years {FirstYear} to {LastYear}."
            );
    }
}

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
