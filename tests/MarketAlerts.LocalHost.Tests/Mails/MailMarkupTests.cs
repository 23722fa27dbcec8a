using MarketAlerts.LocalHost.Tests.Mails.Markup;

namespace MarketAlerts.LocalHost.Tests.Mails;

/// <summary>Every kind of mail is markup that Outlook classic and Gmail show.</summary>
public sealed class MailMarkupTests
{
    /// <summary>
    /// Gmail clips a mail at 102 KB (support.google.com/mail, spamresource.com 2022-01); some room is left for what servers add.
    /// </summary>
    private const int ClippedAbove = 90 * 1024;

    /// <summary>Gmail drops a style block that is longer (caniemail.com/features/html-style, github.com/hteumeuleu/email-bugs).</summary>
    private const int LongestStyle = 8_192;

    public static TheoryData<string> Names => RenderedMails.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Elements_AreClosedAndKnown(string name) =>
        Document(name).All.Select(element => element.Name).Where(Unsupported.Elements.Contains).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Styles_AreOnesThatEveryProgramShows(string name)
    {
        var declarations = Declarations(Document(name)).ToArray();

        declarations.Where(style => Unsupported.Properties.Contains(style.Property)).ShouldBeEmpty();
        declarations
            .Select(style => style.Property)
            .Where(property => !Unsupported.KnownProperties.Contains(property))
            .ShouldBeEmpty("A new property: look it up at caniemail.com first.");
        declarations
            .Where(style => style.Property is "display")
            .Select(style => style.Value.Split(' ')[0])
            .ShouldAllBe(display => Unsupported.Displays.Contains(display));
        declarations
            .Where(style =>
                style.Value.Contains("url(", StringComparison.Ordinal) || style.Value.Contains("var(", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
        declarations
            .Where(style =>
                style.Property is "margin" && (style.Value.Contains("auto", StringComparison.Ordinal) || style.Value.Contains('-'))
            )
            .ShouldBeEmpty();
    }

    /// <summary>
    /// Gmail keeps selectors of classes and elements; a block with anything else in it may be dropped whole, so that stands in one of its
    /// own.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void StyleBlocks_KeepWithinGmailsLimits(string name)
    {
        var blocks = Document(name).All.Where(element => element.Name is "style").ToArray();

        blocks.ShouldAllBe(block => block.Text.Length <= LongestStyle && block.Parent!.Name == "head");
        blocks.Sum(block => block.Text.Length).ShouldBeLessThanOrEqualTo(LongestStyle);
        StyleParser
            .Rules(blocks[0].Text)
            .ShouldAllBe(rule => rule.Selector.All(letter => char.IsAsciiLetterLower(letter) || letter == '.' || letter == ' '));
        StyleParser.Rules(blocks[0].Text).Select(rule => rule.Media).Distinct().ShouldBe(["", "(max-width: 480px)"]);
    }

    /// <summary>Outlook classic knows no max-width: it gets a table of that width in a comment only it reads.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void WidthLimits_HaveATableForOutlook(string name)
    {
        var html = RenderedMails.Text($"{name}.html");
        var limited = Document(name)
            .All.Where(element =>
                element.Name is not "img"
                && StyleParser.Declarations(element.Attributes.GetValueOrDefault("style", "")).Any(style => style.Property is "max-width")
            )
            .ToArray();

        limited.ShouldHaveSingleItem().Name.ShouldBe("table");
        html.ShouldContain(
            "<!--[if mso]><table role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" "
                + "border=\"0\"><tr><td><![endif]-->\n<table role=\"presentation\" class=\"card\""
        );
        html.ShouldContain("</table>\n<!--[if mso]></td></tr></table><![endif]-->");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pictures_HaveSizeAndWords(string name) =>
        Document(name)
            .All.Where(element => element.Name is "img")
            .ShouldAllBe(picture =>
                IsNumber(picture, "width")
                && IsNumber(picture, "height")
                && picture.Attributes["alt"].Length > 20
                && picture.Attributes["src"] == $"{name}.png"
            );

    [Theory]
    [MemberData(nameof(Names))]
    public void Links_LeadToPages(string name)
    {
        var links = Document(name).All.Where(element => element.Name is "a").ToArray();

        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link =>
            link.Attributes["href"].StartsWith("https://", StringComparison.Ordinal)
            || link.Attributes["href"].StartsWith("http://", StringComparison.Ordinal)
        );
        links.ShouldAllBe(
            link => Declarations(link).Any(style => style.Property == "text-decoration" && style.Value == "underline"),
            "colour is not the only sign of a link"
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_SayWhatTheyAre(string name)
    {
        var tables = Document(name).All.Where(element => element.Name is "table").ToArray();

        tables.ShouldAllBe(table =>
            table.Attributes.GetValueOrDefault("role") == "presentation"
            || table.All.Any(cell => cell.Name == "th" && cell.Attributes.GetValueOrDefault("scope") == "col")
        );
        tables.ShouldAllBe(table => table.Attributes.ContainsKey("width") && table.Attributes["cellspacing"] == "0");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Body_BeginsWithThePreheader_AndIsNotClipped(string name)
    {
        var html = RenderedMails.Text($"{name}.html");
        var preheader = Document(name).All.Single(element => element.Name is "body").Children[0];

        preheader.Attributes["style"].ShouldStartWith("display:none;");
        preheader.Text.Trim().Length.ShouldBeGreaterThan(20);
        html.Length.ShouldBeLessThan(ClippedAbove);
        html.IndexOf("Unsubscribe", StringComparison.Ordinal).ShouldBeLessThan(ClippedAbove);
    }

    [Theory]
    [InlineData("<p><b>x</p></b>")]
    [InlineData("<p>")]
    [InlineData("<p class=x></p>")]
    [InlineData("<p>1 < 2</p>")]
    public void Read_Refuses_WhatIsNotStrict(string html) => Should.Throw<FormatException>(() => MarkupParser.Read(html));

    private static MarkupElement Document(string name) => MarkupParser.Read(RenderedMails.Text($"{name}.html"));

    private static bool IsNumber(MarkupElement element, string attribute) =>
        int.TryParse(element.Attributes.GetValueOrDefault(attribute), out _);

    private static IEnumerable<(string Property, string Value)> Declarations(MarkupElement element) =>
        element.All.SelectMany(one =>
            one.Name is "style"
                ? StyleParser.Rules(one.Text).SelectMany(rule => rule.Declarations)
                : StyleParser.Declarations(one.Attributes.GetValueOrDefault("style", ""))
        );
}
