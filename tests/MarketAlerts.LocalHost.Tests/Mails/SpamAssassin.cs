using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>Scores mails with SpamAssassin's local rules, all in one process. The program may be missing.</summary>
internal static partial class SpamAssassin
{
    private const string Program = "spamassassin";

    public static bool IsThere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The score and the rules that made it, by Message-ID: the answers come in an order of their own.</summary>
    public static async Task<IReadOnlyDictionary<string, (double Score, string Rules)>> ScoreAsync(
        IEnumerable<byte[]> mails,
        CancellationToken cancellationToken
    )
    {
        var box = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                box,
                string.Concat(
                    mails.Select(mail =>
                        $"From alerts@marketalerts.example Mon Jan 27 14:30:30 "
                        + $"2025\n{Encoding.UTF8.GetString(mail).ReplaceLineEndings("\n")}\n"
                    )
                ),
                cancellationToken
            );
            var start = new ProcessStartInfo(Program, ["--local", "--nocreate-prefs", "--mbox", box])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var scores = Status()
                .Matches(output)
                .ToDictionary(
                    match => match.Groups[3].Value,
                    match =>
                        (
                            double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
                            Blanks().Replace(match.Groups[2].Value, "").Trim()
                        )
                );
            return scores.Count > 0 ? scores : throw new InvalidOperationException($"SpamAssassin gave no score: {await errors}");
        }
        finally
        {
            File.Delete(box);
        }
    }

    [GeneratedRegex(
        @"^X-Spam-Status: \w+, score=(-?[\d.]+) required=[\d.]+\s+tests=([^=]*?)\s+autolearn=.*?^Message-I[dD]: <([^>]+)>",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Status();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
