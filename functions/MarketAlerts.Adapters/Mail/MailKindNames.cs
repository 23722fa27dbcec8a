using MarketAlerts.Core.Mail;

namespace MarketAlerts.Adapters.Mail;

/// <summary>The names of the kinds of mail in file names, such as <c>close-of-day</c>.</summary>
public static class MailKindNames
{
    private static readonly Dictionary<MailKind, string> Names = Enum.GetValues<MailKind>()
        .ToDictionary(kind => kind, kind => Kebab(kind.ToString()));

    /// <summary>The name of a kind.</summary>
    public static string NameOf(MailKind kind) => Names[kind];

    private static string Kebab(string name) =>
        string.Concat(
            name.Select(
                (letter, index) =>
                    char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
