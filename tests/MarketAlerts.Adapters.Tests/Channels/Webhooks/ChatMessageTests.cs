using System.Text;
using MarketAlerts.Adapters.Channels.Chats;
using MarketAlerts.Adapters.Channels.Discord;
using MarketAlerts.Adapters.Channels.Slack;
using MarketAlerts.Adapters.Channels.Teams;
using MarketAlerts.Adapters.Tests.Mail;
using Newtonsoft.Json.Linq;

namespace MarketAlerts.Adapters.Tests.Channels.Webhooks;

public sealed class ChatMessageTests
{
    public static TheoryData<char, int> HowLong =>
        new()
        {
            { 'a', 60 },
            { '*', 5_000 },
            { '\u20AC', 5_000 },
            { '"', 5_000 },
            { '\u4E00', 300 },
        };

    [Fact]
    public void Slack_ShowsTheAlert_AsPlainAndRichText()
    {
        var message = JObject.Parse(
            Encoding.UTF8.GetString(SlackMessage.Write(ChatViewBuilder.Build(HostileMail.WithHeadline("Chips & more"))))
        );

        ((string?)message["text"]).ShouldBe("Chips trade sharply lower. Median of 8 names -8.2%, 3 of them beyond the threshold.");
        Texts(message, "blocks[1]").ShouldContain("AVGO            213.40    -12.8%  severe");
        Texts(message, "blocks[1]").ShouldContain("You asked for: #chips median -5%.");
        message
            .SelectTokens("$..elements[?(@.type=='link')]")
            .Select(link => ((string?)link["text"], (string?)link["url"]))
            .ShouldBe([("Chips & more", "https://news.example/a"), ("Unsubscribe", SampleMail.Chips.Links.Unsubscribe)]);
    }

    [Fact]
    public void Slack_LeavesAHeadlineAsItIs_InElementsWithoutMarkup()
    {
        var message = JObject.Parse(Encoding.UTF8.GetString(SlackMessage.Write(ChatViewBuilder.Build(Titled(HostileMail.Headline)))));

        message.SelectTokens("$..[?(@.type=='mrkdwn')]").ShouldBeEmpty();
        var notification = (string)message["text"]!;
        notification.ShouldContain("&lt;!channel&gt;");
        notification.ShouldNotContain("<");
        notification.ShouldNotContain("\u202E");
        message.SelectTokens("$..elements[?(@.type=='user' || @.type=='usergroup' || @.type=='broadcast')]").ShouldBeEmpty();
        message.SelectTokens("$..url").Values<string>().ShouldNotContain(url => url!.Contains("evil"));
    }

    [Theory]
    [MemberData(nameof(HowLong))]
    public void Slack_StaysWithinItsLimits_HoweverLongTheMailIs(char letter, int length)
    {
        var message = JObject.Parse(
            Encoding.UTF8.GetString(SlackMessage.Write(ChatViewBuilder.Build(HostileMail.Endless(letter, length))))
        );

        ((string)message["blocks"]![0]!["text"]!["text"]!).Length.ShouldBeLessThanOrEqualTo(150);
        message["blocks"]!.Count().ShouldBeLessThanOrEqualTo(50);
        message
            .SelectTokens("$..elements[?(@.type=='text')].text")
            .Values<string>()
            .ShouldAllBe(text => text!.Length > 0 && text.Length <= 12_000);
    }

    [Fact]
    public void Teams_ShowsTheAlert_AsACardOfTextRuns()
    {
        var message = JObject.Parse(
            Encoding.UTF8.GetString(TeamsMessage.Write(ChatViewBuilder.Build(HostileMail.WithHeadline(HostileMail.Headline))))
        );

        ((string?)message["attachments"]![0]!["contentType"]).ShouldBe("application/vnd.microsoft.card.adaptive");
        var card = message["attachments"]![0]!["content"]!;
        card["body"]!.Select(block => (string?)block["type"]).Distinct().ShouldBe(["RichTextBlock"]); // Text blocks would read markup.
        card.SelectTokens("$..inlines[*].type").Values<string>().Distinct().ShouldBe(["TextRun"]);
        (card["msteams"]!["entities"], (string?)card["body"]![0]!["inlines"]![0]!["color"]).ShouldBe((null, "attention"));
        card["actions"]!.Select(action => (string?)action["url"]).ShouldBe([SampleMail.Chips.Links.Unsubscribe]);
        card.SelectTokens("$..selectAction.url").Values<string>().ShouldBe(["https://news.example/a"]);
    }

    [Theory]
    [MemberData(nameof(HowLong))]
    public void Teams_StaysWithinItsLimit_HoweverLongTheMailIs(char letter, int length)
    {
        var bytes = TeamsMessage.Write(ChatViewBuilder.Build(HostileMail.Endless(letter, length)));

        bytes.Length.ShouldBeLessThanOrEqualTo(28_000);
        var card = JObject.Parse(Encoding.UTF8.GetString(bytes))["attachments"]![0]!["content"]!;
        card["actions"]!.Select(action => (string?)action["title"]).ShouldContain("Unsubscribe");
        card["body"]!.Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Discord_EscapesAHeadline_SoThatNothingInItWorks()
    {
        var message = JObject.Parse(
            Encoding.UTF8.GetString(
                DiscordMessage.Write(ChatViewBuilder.Build(Titled("@everyone [a](https://evil.example) **b** `c` <#1> _d_ :e:")))
            )
        );

        ((string?)message["embeds"]![0]!["title"]).ShouldBe(
            "\\@everyone \\[a\\]\\(https\\:\\/\\/evil\\.example\\) \\*\\*b\\*\\* \\`c\\` \\<\\#1\\> \\_d\\_ \\:e\\:"
        );
        message["allowed_mentions"]!["parse"]!.Count().ShouldBe(0);
        message["content"].ShouldBeNull();
    }

    [Fact]
    public void Discord_LinksAHeadline_ByItsAddressAlone()
    {
        var message = JObject.Parse(
            Encoding.UTF8.GetString(
                DiscordMessage.Write(
                    ChatViewBuilder.Build(HostileMail.WithHeadline("Chips](https://evil.example)", "https://news.example/a(b)"))
                )
            )
        );

        var description = (string)message["embeds"]![0]!["description"]!;
        description.ShouldContain("[Chips\\]\\(https\\:\\/\\/evil\\.example\\)](<https://news.example/a(b)>)");
        description.ShouldContain("```\nsymbol           price  vs close\nAVGO            213.40    -12.8%  severe\n");
        description.ShouldEndWith($"[Unsubscribe](<{SampleMail.Chips.Links.Unsubscribe}>)");
    }

    [Theory]
    [MemberData(nameof(HowLong))]
    public void Discord_StaysWithinItsLimits_HoweverLongTheMailIs(char letter, int length)
    {
        var embed = JObject.Parse(
            Encoding.UTF8.GetString(DiscordMessage.Write(ChatViewBuilder.Build(HostileMail.Endless(letter, length))))
        )["embeds"]![0]!;

        var (title, description, footer) = ((string)embed["title"]!, (string)embed["description"]!, (string)embed["footer"]!["text"]!);
        title.Length.ShouldBeLessThanOrEqualTo(256);
        description.Length.ShouldBeLessThanOrEqualTo(4_096);
        (title.Length + description.Length + footer.Length).ShouldBeLessThanOrEqualTo(6_000);
        description.ShouldContain("Unsubscribe");
    }

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("a*b*c", 7, "a\\*b\\*c")]
    [InlineData("abcdefghij", 8, "ab\\.\\.\\.")]
    [InlineData("a*****", 9, "a\\*\\.\\.\\.")] // Two would be five letters, and six are the dots.
    public void Escaped_CutsBetweenEscapes_WhenItIsTooLong(string text, int longest, string expected) =>
        DiscordText.Escaped(text, longest).ShouldBe(expected);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@evil.example/")]
    [InlineData("no link")]
    [InlineData(null)]
    public void Build_LeavesALinkOut_WhenABrowserShouldNotFollowIt(string? link) =>
        ChatViewBuilder.Build(HostileMail.WithHeadline("Chips", link)).News.ShouldHaveSingleItem().Url.ShouldBeNull();

    [Fact]
    public void Build_LinksToStopAlone_WhateverTheMessageHas() =>
        ChatViewBuilder.Build(HostileMail.Endless('a', 20)).Links.Select(link => link.Text).ShouldBe(["Unsubscribe"]);

    [Fact]
    public void Build_SaysSo_WhenItIsLate() =>
        ChatViewBuilder
            .Build(SampleMail.Chips with { Clock = SampleMail.Chips.Clock with { IsLate = true } })
            .Lines[0]
            .ShouldStartWith("Told late");

    private static Core.Mail.AlertMail Titled(string headline) =>
        SampleMail.Chips with
        {
            Content = SampleMail.ChipsContent with { Headline = headline },
        };

    private static string Texts(JObject message, string path) =>
        string.Join(
            '\n',
            message.SelectToken(path)!.SelectTokens("$..text").Where(text => text.Type is JTokenType.String).Values<string>()
        );
}
