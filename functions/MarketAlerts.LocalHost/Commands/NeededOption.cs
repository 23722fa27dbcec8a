using System.CommandLine;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>An option without which its command does not run.</summary>
public sealed class NeededOption : Option<string>
{
    /// <summary>Declares it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What it wants, for the sentence that misses it: <c>a folder</c>.</param>
    /// <param name="read">Reads the value and may refuse it with a <see cref="FormatException"/>; null takes it as it is.</param>
    public NeededOption(string name, string what, Func<string, string>? read = null)
        : base(name)
    {
        What = what;
        Required = true;
        if (read is not null)
        {
            this.ReadBy(read);
        }
    }

    /// <summary>What it wants.</summary>
    public string What { get; }
}
