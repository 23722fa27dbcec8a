using MarketAlerts.LocalHost.Commands;
using MarketAlerts.LocalHost.Samples;
using MimeKit;

namespace MarketAlerts.LocalHost.Tests.Mails;

public sealed class MailsCommandTests
{
    [Fact]
    public void Write_MakesTheFolder_WithAPageThatShowsEveryMail()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"mails-{Environment.ProcessId}", "deep");
        try
        {
            MailsCommand.Write(folder);

            var page = File.ReadAllText(Path.Combine(folder, "index.html"));
            foreach (var mail in SampleMails.All)
            {
                page.ShouldContain($"<iframe src=\"{mail.Name}.html\" width=\"390\"");
                File.Exists(Path.Combine(folder, $"{mail.Name}.html")).ShouldBeTrue();
                File.Exists(Path.Combine(folder, $"{mail.Name}.txt")).ShouldBeTrue();
                MimeMessage
                    .Load(Path.Combine(folder, $"{mail.Name}.eml"), TestContext.Current.CancellationToken)
                    .Subject.ShouldBe(mail.Mail.Subject);
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    [Fact]
    public void FilesOf_GivesTheSameBytes_WhenItIsAskedAgain()
    {
        var files = MailsCommand.FilesOf(SampleMails.All);

        files.Keys.ShouldAllBe(name => files[name].SequenceEqual(RenderedMails.Bytes(name)));
    }

    [Fact]
    public void Pictures_LieBesideTheirMail_WhenItHasOne() => RenderedMails.Text("opened.html").ShouldContain("src=\"opened.png\"");
}
