namespace MarketAlerts.Adapters.WatchFiles;

/// <summary>A file that somebody wrote and that cannot be used: says which file, which line and what would be right.</summary>
public sealed class InputFileException : Exception
{
    /// <summary>Names the file, the line (from 1) and the problem.</summary>
    public InputFileException(string file, int line, string problem, Exception? inner = null)
        : base($"{file}, line {line}: {problem}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, as it was given.</summary>
    public string File { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }
}
