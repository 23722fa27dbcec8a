using System.Globalization;
using System.IO.Hashing;
using System.Text;
using MarketAlerts.Core.Market;

namespace MarketAlerts.Core.Rules;

/// <summary>The phrases of news rules: any script, 2 to 80 characters without control characters.</summary>
internal static class NewsPhrase
{
    public const int Shortest = 2;

    public const int Longest = 80;

    /// <summary>Whether a character opens or closes a phrase: a straight or typographic double quote.</summary>
    public static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '＂';

    /// <summary>Trims, joins blanks to single spaces and makes typographic apostrophes straight.</summary>
    public static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('’', '\'').Replace('‘', '\'');

    /// <summary>Whether the text is well-formed Unicode without control characters.</summary>
    public static bool IsClean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune) || Rune.IsControl(rune) || IsNoCharacter(rune))
            {
                return false;
            }

            index += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    /// <summary>The same for all spellings that mean the same: NFKC, lower case, tidy.</summary>
    public static string Normalise(string phrase) => Tidy(Tidy(phrase).Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    /// <summary>The name of the topic of a phrase: XxHash64 of its normal form, 16 hex digits.</summary>
    public static string TopicOf(string phrase) => HashOf(Normalise(phrase));

    /// <summary>
    /// The name of the topic of a phrase in the news of a symbol: no other phrase has it, since normal forms have no capitals.
    /// </summary>
    public static string TopicOf(Symbol symbol, string phrase) => HashOf($"{symbol}|{Normalise(phrase)}");

    private static string HashOf(string text) =>
        XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(text)).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The last two code points of each plane never stand for anything; normalisation refuses them.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) is 0xFFFE;
}
