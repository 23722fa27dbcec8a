using System.CommandLine;
using System.Text;
using MarketAlerts.Adapters.Mail;
using MarketAlerts.Core.Wording;
using MarketAlerts.LocalHost.Samples;
using MimeKit;

namespace MarketAlerts.LocalHost.Commands;

/// <summary>
/// Writes a mail of every kind for a person to look at: the HTML, the text and the whole message of each, and a page with all of them.
/// </summary>
internal static class MailsCommand
{
    /// <summary>The command of <c>dev.cs</c>.</summary>
    public static Command Declare(CommandRun run)
    {
        var folder = new NeededOption("--out", "a folder", Options.FullPath) { HelpName = "FOLDER", Description = "where to" };
        var command = new DevCommand(
            "mails",
            "writes a mail of every kind, for a look: index.html shows all",
            _ => StartPlan.ForThisProgram()
        )
        {
            folder,
        };
        command.SetAction(result =>
        {
            Write(result.GetRequiredValue(folder));
            run.Says.WriteLine($"The mails: {Path.Combine(result.GetRequiredValue(folder), "index.html")}");
        });
        return command;
    }

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to; it is made when it is not there.</param>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in FilesOf(SampleMails.All))
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }
    }

    public static IReadOnlyDictionary<string, byte[]> FilesOf(IReadOnlyList<NamedMail> mails)
    {
        var renderer = new MailRenderer(new SenderOptions(), new MailTemplates());
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var sample in mails)
        {
            using var message = renderer.BuildMessage(sample.Mail);
            using var whole = new MemoryStream();
            message.WriteTo(whole);
            files[$"{sample.Name}.eml"] = whole.ToArray();
            files[$"{sample.Name}.txt"] = Encoding.UTF8.GetBytes(Lines(message.TextBody!));
            files[$"{sample.Name}.html"] = Encoding.UTF8.GetBytes(HtmlOf(message, sample.Name));
            if (PictureOf(message) is { } picture)
            {
                using var png = new MemoryStream();
                picture.Content!.DecodeTo(png);
                files[$"{sample.Name}.png"] = png.ToArray();
            }
        }

        files["index.html"] = Encoding.UTF8.GetBytes(MailsPage.Write(mails, mail => Encoding.UTF8.GetString(files[$"{mail.Name}.txt"])));
        return files;
    }

    /// <summary>As in the mail, but for the picture: a browser finds it in the file beside.</summary>
    private static string HtmlOf(MimeMessage message, string name) =>
        Lines(
            PictureOf(message) is { } picture
                ? message.HtmlBody!.Replace($"cid:{picture.ContentId}", $"{name}.png", StringComparison.Ordinal)
                : message.HtmlBody!
        );

    private static MimePart? PictureOf(MimeMessage message) =>
        message.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentType.IsMimeType("image", "*"));

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
