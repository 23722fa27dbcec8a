using MarketAlerts.Core.Mail;
using MarketAlerts.LocalHost.Samples;

namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>Every kind of mail, letter by letter.</summary>
public sealed class GoldenMailTests
{
    private static readonly string Golden = Path.Combine(RenderedMails.Root, "tests", "MarketAlerts.LocalHost.Tests", "Mails", "Golden");

    public static TheoryData<string> Files => [.. SampleMails.All.SelectMany(mail => new[] { $"{mail.Name}.html", $"{mail.Name}.txt" })];

    [Theory]
    [MemberData(nameof(Files))]
    public void Mail_ReadsAsBefore(string file) =>
        TextDifference
            .Of(File.ReadAllText(Path.Combine(Golden, file)), RenderedMails.Text(file))
            .ShouldBeNull(
                $"{file} reads otherwise. If that is meant: 'dotnet run dev.cs mails --out FOLDER', look at it, and copy {file} to "
                    + "tests/MarketAlerts.LocalHost.Tests/Mails/Golden."
            );

    [Fact]
    public void Golden_HoldsNothingElse() =>
        Directory.GetFiles(Golden).Select(path => Path.GetFileName(path)!).ShouldBe(Files.Select(row => row.Data), ignoreOrder: true);

    /// <summary>Three share their form and their headlines' place with <see cref="MailKind.Reversed"/>; their day was another one.</summary>
    [Fact]
    public void Samples_ShowEveryKind() =>
        SampleMails
            .All.Select(mail => mail.Mail.Kind)
            .Distinct()
            .ShouldBe(
                Enum.GetValues<MailKind>().Where(kind => kind is not (MailKind.Undone or MailKind.SecondLeg or MailKind.Resumed)),
                ignoreOrder: true
            );

    [Theory]
    [MemberData(nameof(RenderedMails.Names), MemberType = typeof(RenderedMails))]
    public void Text_HasShortLines_ButForItsAddresses(string name) =>
        RenderedMails
            .Text($"{name}.txt")
            .Split('\n')
            .Where(line => !line.Contains("https://", StringComparison.Ordinal))
            .ShouldAllBe(line => line.Length <= 78 && line == line.TrimEnd());
}
