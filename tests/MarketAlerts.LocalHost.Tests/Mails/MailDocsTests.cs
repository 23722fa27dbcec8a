using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>docs/mails shows what is sent.</summary>
public sealed class MailDocsTests
{
    private const long MostBytes = 6 * 1024 * 1024;
    private static readonly string Folder = Path.Combine(RenderedMails.Root, "docs", "mails");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "README.md"));

    [Theory]
    [MemberData(nameof(RenderedMails.Names), MemberType = typeof(RenderedMails))]
    public void Page_ShowsTheMail(string name)
    {
        var mail = SampleMails.All.Single(sample => sample.Name == name);

        Page.ShouldContain($"\n## {mail.Title}\n\n{mail.When}\n");
        Page.ShouldContain(
            $"\n```\n{RenderedMails.Text($"{name}.txt").TrimEnd('\n')}\n```\n",
            Case.Sensitive,
            $"The text of {name} has changed."
        );
        foreach (var picture in new[] { "680-light", "680-dark", "390-light", "390-dark" }.Select(kind => $"{name}-{kind}.png"))
        {
            Page.ShouldContain($"<img src=\"{picture}\"");
            File.Exists(Path.Combine(Folder, picture)).ShouldBeTrue(picture);
        }
    }

    [Fact]
    public void Pictures_AreSmall() =>
        Directory.GetFiles(Folder, "*.png").Sum(file => new FileInfo(file).Length).ShouldBeLessThan(MostBytes);
}
