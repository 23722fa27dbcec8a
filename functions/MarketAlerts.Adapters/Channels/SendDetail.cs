using MarketAlerts.Adapters.Mail;

namespace MarketAlerts.Adapters.Channels;

/// <summary>Makes the other side's words fit for an operator: on one line, short, and without what only the two of us may know.</summary>
public static class SendDetail
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

        return CleanText.Cut(words, Longest);
    }
}
