using System.Runtime.CompilerServices;
using System.Text;
using MarketAlerts.LocalHost.Commands;
using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>The sample mails as <c>dev.cs mails</c> writes them, made once.</summary>
internal static class RenderedMails
{
    private static readonly IReadOnlyDictionary<string, byte[]> Files = MailsCommand.FilesOf(SampleMails.All);

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Self())!, "..", "..", ".."));

    /// <summary>A row for each mail.</summary>
    public static TheoryData<string> Names => [.. SampleMails.All.Select(mail => mail.Name)];

    public static byte[] Bytes(string file) => Files[file];

    public static string Text(string file) => Encoding.UTF8.GetString(Files[file]);

    private static string Self([CallerFilePath] string path = "") => path;
}
