namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>Says where two texts part.</summary>
internal static class TextDifference
{
    private const int Before = 40;
    private const int After = 60;

    /// <summary>The first line that differs, cut to where it does; null when nothing does.</summary>
    public static string? Of(string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        for (var line = 0; line < Math.Max(was.Length, now.Length); line++)
        {
            var (one, other) = (was.ElementAtOrDefault(line), now.ElementAtOrDefault(line));
            if (one != other)
            {
                var column = one is null || other is null ? 0 : one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
                return $"line {line + 1}, column {column + 1}:\n  was {Show(one, column)}\n  is  {Show(other, column)}";
            }
        }

        return null;
    }

    private static string Show(string? line, int column)
    {
        if (line is null)
        {
            return "(no such line)";
        }

        var (from, to) = (Math.Max(0, column - Before), Math.Min(line.Length, column + After));
        return $"{(from > 0 ? "…" : "")}{line[from..to]}{(to < line.Length ? "…" : "")}";
    }
}
