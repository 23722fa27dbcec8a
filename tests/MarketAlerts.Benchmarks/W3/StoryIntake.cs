using System.Text;
using MarketAlerts.Benchmarks.Market;

namespace MarketAlerts.Benchmarks.W3;

/// <summary>
/// 10,000 aliases of one to four invented words, and 2,000 articles of 300 words in which a few of them stand; the same in every run.
/// </summary>
internal sealed class StoryIntake
{
    public const int Articles = 2_000;
    private const int AliasCount = 10_000;
    private const int Vocabulary = 30_000;
    private const int WordsPerArticle = 300;
    private const int OneAliasIn = 60;
    private const int Seed = 6;
    private const string Letters = "etaoinshrdlucmfwypvbgkjqxz";

    private readonly Draws _draws = new(Seed);
    private readonly string[] _words;

    public StoryIntake()
    {
        _words = [.. Enumerable.Range(0, Vocabulary).Select(_ => Word()).Distinct()];
        Aliases =
        [
            .. Enumerable.Range(0, 2 * AliasCount).Select(_ => AnAlias()).DistinctBy(alias => alias.ToUpperInvariant()).Take(AliasCount),
        ];
        Texts = [.. Enumerable.Range(0, Articles).Select(_ => Article())];
    }

    public string[] Aliases { get; }

    public string[] Texts { get; }

    private string Word() =>
        new([
            .. Enumerable.Range(0, _draws.Whole(2, 11)).Select(_ => Letters[(int)(Letters.Length * Math.Pow(_draws.Between(0, 1), 1.6))]),
        ]);

    // A common word now and then begins a name, as in "General" of General Motors.
    private string AnAlias() =>
        string.Join(
            ' ',
            Enumerable.Range(0, _draws.Whole(1, 5)).Select(_ => Capitalised(_words[_draws.Whole(Vocabulary / 20, _words.Length)]))
        );

    private string Article()
    {
        var text = new StringBuilder();
        for (var count = 0; count < WordsPerArticle; count++)
        {
            var rank = (int)(_words.Length * Math.Pow(_draws.Between(0, 1), 3));
            text.Append(_draws.Whole(0, OneAliasIn) is 0 ? Aliases[_draws.Whole(0, Aliases.Length)] : _words[rank]);
            text.Append(_draws.Whole(0, 12) is 0 ? ". " : " ");
        }

        return text.ToString();
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
